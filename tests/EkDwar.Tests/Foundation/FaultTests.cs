using EkDwar.Foundation;
using Microsoft.Data.Sqlite;

namespace EkDwar.Tests.Foundation;

/// <summary>What a log is told of an exception.</summary>
public sealed class A_fault_in_the_log
{
    [Fact]
    public void names_its_kinds_and_its_place_and_repeats_nobody_s_words()
    {
        var told = Told(new FormatException("'9087612345' is no date", new HttpRequestException("550 Markersheela")));
        Assert.StartsWith("System.FormatException from System.Net.Http.HttpRequestException", told);
        Assert.DoesNotContain("9087612345", told);
        Assert.DoesNotContain("Markersheela", told);
        Assert.Contains(nameof(Thrown), Told(new InvalidOperationException("a")));
    }

    [Fact]
    public void keeps_what_a_database_says() => Assert.Contains("no such table: cases", Told(new InvalidOperationException("a", new SqliteException("no such table: cases", 1))));

    static string Told(Exception e)
    {
        try
        {
            return Thrown(e);
        }
        catch (Exception caught)
        {
            return Fault.Of(caught);
        }
    }

    static string Thrown(Exception e) => throw e;
}
