using EkDwar.Finding;
using EkDwar.Tests.Finding.Queries;

namespace EkDwar.Tests.Catalogue.Rows;

/// <summary>Each notified row of the three states, as it was published, and the service that carries it.</summary>
public sealed partial class Every_notified_row
{
    [Fact]
    public void is_there() => Assert.Equal([("hr", 6), ("mh", 51), ("pb", 16)], Row.All.GroupBy(row => row.State).Select(state => (state.Key, state.Count())).Order());

    /// <summary>Days, kind of days, officer, both appellate authorities, fee and papers; what the note excuses is another indeed, and nothing else is.</summary>
    [Fact]
    public void is_carried_as_it_says_or_departs_where_its_note_says_so()
    {
        var faults = new List<string>();
        foreach (var row in Row.All)
        {
            var found = RowDifferences.Of(row);
            faults.AddRange(found.Where(difference => !row.Departs.Contains(difference.Key)).Select(difference => $"{row.State} {row.Name}: {difference.Key}: {difference.Value}"));
            faults.AddRange(row.Departs.Where(field => !found.ContainsKey(field)).Select(field => $"{row.State} {row.Name}: {field} does not differ"));
            if (row.Departs.Count > 0 && row["note"] == "") faults.Add($"{row.State} {row.Name}: no note says why");
            if (row["source"] == "") faults.Add($"{row.State} {row.Name}: no source");
        }
        Assert.Equal("", string.Join('\n', faults));
    }

    /// <summary>Few are excused: which, and in what.</summary>
    [Fact]
    public void departs_in_three_alone() =>
        Assert.Equal(["cultural-programme-licence: second_appellate", "digital-712-extract: days, kind, officer", "income-certificate: first_appellate, officer, second_appellate"],
            Row.All.Where(row => row.Departs.Count > 0).Select(row => $"{row["service_id"]}: {string.Join(", ", row.Departs.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Naib Tahsildar", "naib_tahsildar", true)]
    [InlineData("Naib Tahsildar", "tahsildar", false)]
    [InlineData("Tahsildar", "naib_tahsildar", false)]
    [InlineData("Sub Divisional Officer / Deputy Collector", "deputy_collector", true)]
    [InlineData("Sub Divisional Officer / Deputy Collector", "collector", false)]
    [InlineData("SDM of the Sub-Division", "sub_divisional_magistrate", true)]
    [InlineData("Additional District Magistrate", "additional_collector", false)]
    [InlineData("Deputy Commissioner of Police / SSP", "commissioner_of_police", false)]
    [InlineData("Tahsildar", "", false)]
    public void names_one_post_and_no_other(string named, string designation, bool isCalled) => Assert.Equal(isCalled, RowDifferences.IsCalled(named, designation));

    [Theory, InlineData("mh"), InlineData("pb"), InlineData("hr")]
    public void is_found_by_its_own_name(string state)
    {
        var index = new ServiceIndex(What_people_type.ServicesOf(state), What_people_type.TopicsOf(state));
        var missed = Row.All.Where(row => row.State == state).Where(row => !index.Find(Plain(row.Name)).Take(3).Any(match => match.Service.Id == row["service_id"])).Select(row => $"{row.Name}: {row["service_id"]}");
        Assert.Equal([], missed);
    }

    // Of a row that is one of several slabs, the name without its slab; of any, without what stands in brackets.
    static string Plain(string name) => InBrackets().Replace(name.Split(" - ")[0], "");

    [System.Text.RegularExpressions.GeneratedRegex(@"\([^)]*\)")]
    private static partial System.Text.RegularExpressions.Regex InBrackets();
}
