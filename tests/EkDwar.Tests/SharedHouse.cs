namespace EkDwar.Tests;

/// <summary>
/// One house for all tests of a class, for those whose every test brings citizens and cases of its own and counts nobody
/// else's. Its clock goes on from test to test, and never back.
/// </summary>
public sealed class SharedHouse : IAsyncLifetime
{
    public TestHouse House { get; private set; } = null!;

    public async ValueTask InitializeAsync() => House = await TestHouse.Open();

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
