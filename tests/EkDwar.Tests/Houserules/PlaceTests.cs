namespace EkDwar.Tests.Houserules;

public class The_engines
{
    [Fact]
    public void are_named_in_the_database_folder_only() => Rules.Hold(PlaceRules.EnginesOutsideDatabase(SourceFile.All));

    [Theory]
    [InlineData("Cases/A.cs", "using Npgsql; namespace EkDwar.Cases;", "Npgsql")]
    [InlineData("Cases/A.cs", "sealed class A { bool B(Exception e) => e is SqliteException; }", "SqliteException")]
    [InlineData("Foundation/A.cs", "using Microsoft.Data.Sqlite; namespace EkDwar.Foundation;", "Microsoft.Data.Sqlite")]
    [InlineData("Finding/APage.cshtml", "@using Npgsql", "Npgsql")]
    public void are_caught_elsewhere(string path, string text, string word) =>
        Assert.Equal([$"{path} names {word}"], PlaceRules.EnginesOutsideDatabase([new(path, text)]));
}

public class The_web_request
{
    [Fact]
    public void is_known_to_pages_endpoints_and_channels_only() => Rules.Hold(PlaceRules.RequestsOutsidePages(SourceFile.All));

    [Theory]
    [InlineData("Applying/SubmitApplication.cs", "sealed class A(IHttpContextAccessor context);", "IHttpContextAccessor")]
    [InlineData("Cases/A.cs", "sealed class A { void B(HttpContext context) { } }", "HttpContext")]
    public void is_caught_elsewhere(string path, string text, string word) =>
        Assert.Equal([$"{path} names {word}"], PlaceRules.RequestsOutsidePages([new(path, text)]));

    [Theory]
    [InlineData("Applying/SlipEndpoints.cs")]
    [InlineData("Applying/QuestionPage.cshtml.cs")]
    [InlineData("Foundation/Web/Failures.cs")]
    [InlineData("People/PeopleSetup.cs")]
    public void may_be_known_where_it_arrives(string path) =>
        Assert.Empty(PlaceRules.RequestsOutsidePages([new(path, "sealed class A { void B(HttpContext context) { } }")]));
}

public class A_use_case
{
    [Fact]
    public void calls_no_other() => Rules.Hold(PlaceRules.UseCasesCallingUseCases(SourceFile.All));

    [Fact]
    public void is_caught_when_it_calls_another()
    {
        SourceFile[] planted =
        [
            new("Applying/Submit.cs", "sealed class Submit(TimeProvider time) { public async Task<Outcome<int>> Run() => 1; }"),
            new("Deciding/Grant.cs", "sealed class Grant(Lazy<Submit> submit) { public async Task<Outcome<int>> Run() => 1; }"),
            new("Deciding/Page.cs", "sealed class Page(Submit submit);"),
        ];
        Assert.Equal(["Grant is given Submit"], PlaceRules.UseCasesCallingUseCases(planted));
    }

    [Fact]
    public void is_found_by_these_rules() =>
        Assert.Contains(SourceFile.All, file => file.Path == "Applying/SubmitApplication.cs" && file.Text.Contains("Task<Outcome<", StringComparison.Ordinal));
}
