namespace EkDwar.Tests.Houserules;

static class Rules
{
    /// <summary>Fails with every violation on its own line, and with every exception that is no longer needed.</summary>
    public static void Hold(IEnumerable<string> violations, params IReadOnlyCollection<string> exceptions)
    {
        var found = violations.ToList();
        var wrong = found.Except(exceptions).Concat(exceptions.Except(found).Select(unneeded => $"no longer needs an exception: {unneeded}")).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
