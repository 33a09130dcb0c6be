namespace EkDwar.Tests.Processing;

/// <summary>What whoever had a case sees of it when it lies on another desk.</summary>
public sealed class A_case_somebody_passed_on(SharedHouse shared) : IClassFixture<SharedHouse>
{
    [Fact]
    public async Task shows_numbers_by_their_last_four_digits()
    {
        var citizen = await shared.House.Citizen();
        await citizen.Draft();
        var c = new TestCase(shared.House, citizen, (await citizen.Submit("numbers")).Value);
        var clerk = await shared.House.AtDesk("clerk");
        const string note = "दूरध्वनी 98900 12345, आधार 1234 5678 9012";
        var here = await clerk.Case(c);
        Assert.Contains("घर क्र. 12, केसनंद, 412207", here.Text);
        await here.Form("#forward").With("forward-note", note).Press();
        var gone = await clerk.Case(c);
        Assert.Contains("दूरध्वनी ••••• •2345, आधार •••• •••• 9012", gone.Text);
        Assert.DoesNotContain("98900", gone.Text);
        Assert.Contains("घर क्र. 12, केसनंद, 412207", gone.Text);
        Assert.Contains(note, (await (await shared.House.AtDesk("circle")).Case(c)).Text);
    }
}
