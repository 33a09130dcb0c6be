using EkDwar.Onboarding;
using EkDwar.Places;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Places;

/// <summary>What can be wrong where a state says who is senior to whom, and where its places say who is in charge and of what there are several.</summary>
public sealed class A_fault_in_who_acts
{
    const string Orders = "seniority:\n", Charge = "in_charge_of: [haveli_tahsil/awal_karkun,";

    [Theory]
    [InlineData("seniority:\n  - order: [clerk, tahsildar]\n    source: example\n", "needs the kinds of place")]
    [InlineData("seniority:\n  - at: [taluka]\n    order: [clerk]\n    source: example\n", "two designations at least")]
    [InlineData("seniority:\n  - at: [taluka]\n    order: [clerk, clerk]\n    source: example\n", "nobody is senior to herself")]
    [InlineData("seniority:\n  - at: [taluka]\n    order: [clerk, tahsildar]\n", "needs its source")]
    public void is_found_in_an_order(string wrong, string problem)
    {
        Assert.Empty(Faults("state.yaml", text => text, StateProfileFaults));
        Assert.Contains(Faults("state.yaml", text => text.Replace(Orders, wrong, StringComparison.Ordinal), StateProfileFaults), fault => fault.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("in_charge_of: [haveli_tahsil/awal_karkum,", "is no post of this file")]
    [InlineData("leave_days: -1\n    in_charge_of: [haveli_tahsil/awal_karkun,", "leave has no fewer days than none")]
    public void is_found_in_a_charge(string wrong, string problem)
    {
        Assert.Empty(Faults("places.yaml", text => text, PlaceFaults));
        Assert.Contains(Faults("places.yaml", text => text.Replace(Charge, wrong, StringComparison.Ordinal), PlaceFaults), fault => fault.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{designation: clark, posts: 3}", "the office has no 'clark'")]
    [InlineData("{designation: clerk, posts: 1}", "several posts are 2 to 99")]
    [InlineData("{designation: clerk, posts: 100}", "several posts are 2 to 99")]
    [InlineData("{designation: clerk, posts: 2}", "'haveli_tahsil/clerk/3' is no post of this file")]
    [InlineData("{designation: clerk, posts: 3}\n      - {designation: clerk, posts: 2}", "is said twice")]
    public void is_found_where_an_office_has_several_posts(string wrong, string problem) =>
        Assert.Contains(Faults("places.yaml", text => text.Replace("{designation: clerk, posts: 3}", wrong, StringComparison.Ordinal), PlaceFaults), fault => fault.Contains(problem, StringComparison.Ordinal));

    static IEnumerable<string> StateProfileFaults(string file) => StateProfiles.Open(file, "mh").Faults.All.Select(fault => fault.ToString());

    static IEnumerable<string> PlaceFaults(string file) => StatePlaces.Open(file).Faults.Select(fault => fault.ToString());

    static List<string> Faults(string name, Func<string, string> change, Func<string, IEnumerable<string>> read)
    {
        var folder = Directory.CreateTempSubdirectory("ekdwar-seniority-");
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, change(Repository.Text("services/mh/" + name)));
        File.WriteAllText(Path.ChangeExtension(file, ".csv"), Repository.Text("services/mh/places.csv"));
        List<string> found = [.. read(file)];
        folder.Delete(recursive: true);
        return found;
    }
}
