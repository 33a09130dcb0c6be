using EkDwar.Catalogue.Rules.Functions;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue.Rules;

public class The_cases_of_the_DMN_TCK(ITestOutputHelper output)
{
    static readonly HashSet<string> Outside = [.. TckCase.OutsideOfSubset.SelectMany(construct => construct.Ids)];

    [Fact]
    public void pass_unless_they_are_listed_outside() => Houserules.Rules.Hold(
        from tested in TckCase.All
        where !Outside.Contains(tested.Id)
        let failure = tested.Failure()
        where failure is not null
        select $"{tested.Id} | {tested.Expression} | {failure}");

    [Fact]
    public void do_not_pass_when_they_are_listed_outside() => Houserules.Rules.Hold(
        from tested in TckCase.All
        where Outside.Contains(tested.Id) && tested.Failure() is null
        select $"{tested.Id} | {tested.Expression}");

    [Fact]
    public void are_listed_outside_once_under_a_construct_that_they_have()
    {
        var known = TckCase.All.ToDictionary(tested => tested.Id);
        Assert.Equal(TckCase.OutsideOfSubset.Sum(construct => construct.Ids.Count), Outside.Count);
        foreach (var (construct, pattern, ids) in TckCase.OutsideOfSubset)
        {
            Assert.NotEmpty(ids);
            Assert.All(ids, id => Assert.True(known.TryGetValue(id, out var tested) && pattern.IsMatch($"{id} {tested.Expression}"), $"{id} does not have: {construct}"));
        }
    }

    [Fact]
    public void and_the_functions_are_named_in_the_documents()
    {
        var document = Repository.Text("docs/how-to/write-a-rule.md").Split('\n');
        Assert.All(TckCase.OutsideOfSubset, outside => Assert.Contains($"- {outside.Construct} ({outside.Ids.Count})", document));
        Assert.All(BuiltIn.Signatures, signature => Assert.Contains(signature, document));
    }

    [Fact]
    public void pass_as_often_as_the_documents_say()
    {
        var (values, nulls) = (TckCase.All.Where(tested => !tested.IsNull).ToList(), TckCase.All.Where(tested => tested.IsNull).ToList());
        var (passingValues, passingNulls) = (values.Count(tested => tested.Failure() is null), nulls.Count(tested => tested.Failure() is null));
        var counts = $"{passingValues} of the {values.Count} cases with a value, {passingNulls} of the {nulls.Count} with null";
        output.WriteLine(counts);
        Assert.InRange(passingValues, values.Count * 60 / 100 + 1, values.Count);
        Assert.Contains(counts, Repository.Text("docs/how-to/write-a-rule.md"));
        Assert.Contains(counts, Repository.Text("docs/proofs.md"));
    }
}
