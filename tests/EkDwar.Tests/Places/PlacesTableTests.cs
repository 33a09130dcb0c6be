using System.Text;
using EkDwar.Foundation.Languages;
using EkDwar.Onboarding.Importing;
using EkDwar.Places;

namespace EkDwar.Tests.Places;

/// <summary>A table of places as people save it: every fault of every row is told at once, at its line and column, with how to mend it.</summary>
public sealed class A_table_of_places
{
    static readonly PlaceTree Known = new(
    [
        new("mh", "state", null, null, [Always(null, "Maharashtra")]), new("haveli", "taluka", "4193", null, [Always("mh", "Haveli")]),
        new("mulshi", "taluka", "4192", null, [Always("mh", "Mulshi")]), new("wagholi", "village", "556217", null, [Always("haveli", "Wagholi")]),
    ], []);

    static readonly DateOnly Today = new(2026, 11, 22);

    static PlaceSpan Always(string? parent, string name) => new(PlaceSpell.AsFarBackAsKnown, null, parent, new(name));

    static (PlacesTable Table, PlacesPlan Plan) Read(string text, bool withMark = false)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var table = PlacesTable.Read(withMark ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes, "new.csv");
        return (table, PlacesPlan.Of(Known, table.Rows, Today, [], table.Fault));
    }

    [Fact]
    public void of_a_spreadsheet_keeps_its_names()
    {
        var (table, plan) = Read("code,kind,parent,name_mr,name_en,census_code,lgd_code\r\nmulshi.paud,village,mulshi,पौड,\"Paud, \"\"Khurd\"\"\",556001,\r\n\r\nmulshi.lavale,village,mulshi,\"लवळे\",Lavale,,\r\n", withMark: true);
        Assert.Empty(table.Faults);
        Assert.Equal(["mulshi.paud", "mulshi.lavale"], plan.Changes.Select(change => change.After.Code));
        var (paud, lavale) = (plan.Places["mulshi.paud"], plan.Places["mulshi.lavale"]);
        Assert.Equal(("पौड", "Paud, \"Khurd\"", "556001", null), (paud.Last.Names["mr"], paud.Last.Names["en"], paud.CensusCode, paud.LgdCode));
        Assert.Equal(("लवळे", null, PlaceSpell.AsFarBackAsKnown), (lavale.Last.Names.In(LanguageCode.Marathi), lavale.CensusCode, lavale.FromOn));
    }

    /// <summary>Codes of the census and of the directory of local governments are two things: each stands where it was written, and one that is given later moves nothing.</summary>
    [Fact]
    public void keeps_a_code_of_the_directory_beside_that_of_the_census()
    {
        var (table, plan) = Read("code,kind,parent,name_en,census_code,lgd_code\nmulshi.paud,village,mulshi,Paud,556001,167524\nwagholi,,,,,167311\n");
        Assert.Empty(table.Faults);
        Assert.Equal(("556001", "167524"), (plan.Places["mulshi.paud"].CensusCode, plan.Places["mulshi.paud"].LgdCode));
        Assert.Equal(("556217", "167311"), (plan.Places["wagholi"].CensusCode, plan.Places["wagholi"].LgdCode));
        Assert.Equal(Known.Places["wagholi"].Spans, plan.Places["wagholi"].Spans);
    }

    /// <summary>A number of people is a fact with its year and source, or it is not there; said again it changes nothing.</summary>
    [Fact]
    public void says_how_many_people_were_counted_with_year_and_source_or_not_at_all()
    {
        const string columns = "code,people,people_year,people_source\n";
        var (table, plan) = Read(columns + "wagholi,30000,2011,Census 2011\n");
        Assert.Empty(table.Faults);
        var counted = new Population { People = 30_000, Year = 2011, Source = "Census 2011" };
        Assert.Equal(counted, plan.Places["wagholi"].Population);
        Assert.Single(plan.Changes);
        Assert.Null(Read("code,census_code\nwagholi,556217\n").Plan.Places["wagholi"].Population);
        foreach (var row in (string[])["wagholi,30000,,Census 2011", "wagholi,30000,2011,", "wagholi,many,2011,Census 2011", "wagholi,0,2011,Census 2011", "wagholi,,2011,"])
            Assert.Contains("needs the number, the year and the source", Assert.Single(Read(columns + row + "\n").Table.Faults).Problem);
    }

    [Theory]
    [InlineData("mulshi.paud,vilage,mulshi,Paud,,,,", 2, 13, "'vilage' is no kind of place", "write 'village'")]
    [InlineData("mulshi.paud,village,mulshy,Paud,,,,", 2, 21, "'mulshy' is no place of this state", "write 'mulshi'")]
    [InlineData("Mulshi Paud,village,mulshi,Paud,,,,", 2, 1, "'Mulshi Paud' cannot be a code", "use a-z")]
    [InlineData(",village,mulshi,Paud,,,,", 2, 1, "the row has no code", "give the place one")]
    [InlineData("mulshi.paud,,mulshi,Paud,,,,", 2, 13, "is new, and its kind is needed", "such as village")]
    [InlineData("mulshi.paud,village,,Paud,,,,", 2, 21, "is new, and where it lies is needed", "write the code")]
    [InlineData("mulshi.paud,village,mulshi,,,,,", 2, 28, "is new, and a name is needed", "in at least one language")]
    [InlineData("mulshi.paud,village,mulshi,Paud,55a,,,", 2, 33, "'55a' is no census code", "leave it empty where it is not known")]
    [InlineData("mulshi.paud,village,mulshi,Paud,556217,,,", 2, 33, "'556217' is the census code of 'wagholi' already", "look it up")]
    [InlineData("mulshi.paud,village,mulshi,Paud,,01/04/2026,,", 2, 34, "'01/04/2026' is no date", "write it as 2026-04-01")]
    [InlineData("mulshi.paud,village,mulshi,Paud,,2026-04-02,2026-04-01,", 2, 45, "would end before it begins", "later day")]
    [InlineData("mulshi.paud,village,mulshi,Paud,,,,nowhere", 2, 36, "'nowhere' is no other place", "add it, or mend the code")]
    [InlineData("mulshi.paud,village,mulshi,Paud,,,,,,", 2, 1, "the row has 10 values for 8 columns", "quotation marks")]
    [InlineData("wagholi,taluka,,,,,,", 2, 9, "'wagholi' is a village", "a code of its own")]
    [InlineData("haveli,,wagholi,,,,,", 2, 9, "would lie in itself", "write the place it lies in")]
    [InlineData("haveli,,,,,,2026-12-31,", 2, 13, "'wagholi' lies in it still on 2027-01-01", "move or end that place in the same file")]
    public void says_what_is_wrong_with_a_row(string row, int line, int column, string problem, string mend)
    {
        var fault = Assert.Single(Read($"code,kind,parent,name_en,census_code,from,until,came_from\n{row}\n").Table.Faults);
        Assert.Equal(("new.csv", line, column), (fault.File, fault.At.Line, fault.At.Column));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
    }

    [Theory]
    [InlineData("", "the table is empty")]
    [InlineData("code;kind;parent\na;b;c", "not separated by commas")]
    [InlineData("kind,parent\nvillage,haveli", "the column 'code' is needed")]
    [InlineData("code,naem_en\na,b", "'naem_en' is no column")]
    [InlineData("code,kind,code\na,b,c", "the column 'code' stands here twice")]
    [InlineData("code,name_en\na,\"b", "a quotation mark before this line is never closed")]
    public void says_what_is_wrong_with_itself(string text, string problem) => Assert.Contains(problem, Assert.Single(Read(text).Table.Faults).Problem);

    [Fact]
    public void that_is_no_unicode_says_from_which_line_on() =>
        Assert.Equal(3, Assert.Single(PlacesTable.Read([.. "code,name_en\na,b\n"u8, 0xE9, 0x2C], "new.csv").Faults).At.Line);

    [Fact]
    public void tells_every_fault_at_once_and_which_rows_have_none()
    {
        var (table, _) = Read("code,kind,parent,name_en\na,village,mulshy,A\nb,vilage,mulshi,B\nc,village,mulshi,C\nc,village,mulshi,C\n");
        Assert.Equal([2, 3, 5], table.Faults.Select(fault => fault.At.Line));
        Assert.Equal(["c"], table.Valid.Select(row => row.Code));
    }

    [Fact]
    public void moves_and_renames_from_a_day_on_and_says_nothing_the_second_time()
    {
        var (table, plan) = Read("code,parent,name_en,name_mr,from\nwagholi,mulshi,,,2026-12-01\nhaveli,,,हवेली,\n");
        Assert.Empty(table.Faults);
        var wagholi = plan.Places["wagholi"];
        Assert.Equal([("haveli", new DateOnly(2026, 11, 30)), ("mulshi", (DateOnly?)null)], wagholi.Spans.Select(span => (span.Parent, span.UntilOn)));
        // A name in another language was only not known before.
        Assert.Equal("हवेली", Assert.Single(plan.Places["haveli"].Spans).Names["mr"]);
        var again = PlacesPlan.Of(new(plan.Places.Values, []), table.Rows, Today.AddDays(40), [], table.Fault);
        Assert.Empty(again.Changes);
        Assert.Empty(table.Faults);
    }

    [Fact]
    public void merges_two_villages_into_one_with_its_history()
    {
        var (table, plan) = Read("code,kind,parent,name_en,until,from,came_from\nwagholi,,,,2026-11-30,,\nnew_town,municipal_council,haveli,New Town,,2026-12-01,wagholi\n");
        Assert.Empty(table.Faults);
        Assert.Equal(new DateOnly(2026, 11, 30), plan.Places["wagholi"].UntilOn);
        Assert.Equal(new CameOut("new_town", "wagholi", new(2026, 12, 1)), Assert.Single(plan.Origins));
        var after = new PlaceTree(plan.Places.Values, []).On(new(2026, 12, 1));
        Assert.False(after.Has("wagholi"));
        Assert.True(after.Has("new_town"));
    }

    [Fact]
    public void of_forty_five_thousand_places_is_read_and_fitted_in_a_moment()
    {
        var text = new StringBuilder("code,kind,parent,name_en,name_mr,census_code\n");
        for (var taluka = 0; taluka < 360; taluka++) text.Append($"t{taluka},taluka,mh,Taluka {taluka},तालुका {taluka},{taluka + 10000}\n");
        for (var village = 0; village < 45_000; village++) text.Append($"t{village % 360}.v{village},village,t{village % 360},Village {village},गाव {village},{village + 600000}\n");
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var (table, plan) = Read(text.ToString());
        Assert.Empty(table.Faults);
        Assert.Equal(45_360, plan.Changes.Count);
        // Seconds on a machine with nothing else to do; what compared each place with every other would take hours.
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 60);
    }
}
