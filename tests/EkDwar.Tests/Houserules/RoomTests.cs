namespace EkDwar.Tests.Houserules;

public class The_rooms_of_the_house
{
    [Fact]
    public void know_only_whom_they_may_know() => Rules.Hold(RoomRules.Violations(SourceFile.All));

    [Theory]
    [InlineData("Applying/A.cs", "using EkDwar.Deciding; namespace EkDwar.Applying;", "Deciding")]
    [InlineData("Applying/A.cs", "namespace EkDwar.Applying; sealed class A { EkDwar.Processing.ForwardCase? f; }", "Processing")]
    [InlineData("Cases/A.cs", "using EkDwar.Applying; namespace EkDwar.Cases;", "Applying")]
    [InlineData("Deadlines/A.cs", "using EkDwar.Places; namespace EkDwar.Deadlines;", "Places")]
    [InlineData("Foundation/A.cs", "using EkDwar.Cases; namespace EkDwar.Foundation;", "Cases")]
    [InlineData("Foundation/Web/A.cs", "using static EkDwar.Design.Tone; namespace EkDwar.Foundation.Web;", "Design")]
    [InlineData("People/A.cs", "using EkDwar.Design; namespace EkDwar.People;", "Design")]
    [InlineData("Places/A.cs", "using EkDwar.People; namespace EkDwar.Places;", "People")]
    [InlineData("Places/MapPage.cs", "using EkDwar.Design; namespace EkDwar.Places; sealed class MapPage;", "Design")]
    [InlineData("Delivering/A.cs", "using EkDwar.Channels.WhatsApp; namespace EkDwar.Delivering;", "Channels")]
    [InlineData("Notifying/A.cs", "using EkDwar.Delivering; namespace EkDwar.Notifying;", "Delivering")]
    [InlineData("Onboarding/A.cs", "using EkDwar.Cases; namespace EkDwar.Onboarding;", "Cases")]
    [InlineData("Finding/A.cs", "using EkDwar.Overseeing; namespace EkDwar.Finding;", "Overseeing")]
    [InlineData("Design/A.cs", "using EkDwar.Places; namespace EkDwar.Design;", "Places")]
    [InlineData("Finding/A.cshtml", "@using EkDwar.Applying", "Applying")]
    [InlineData("Finding/APage.cshtml", "@inject EkDwar.Deciding.GrantApplication Grant", "Deciding")]
    public void are_caught_when_they_know_another(string path, string text, string other) =>
        Assert.Equal([$"{path} may not use {other}"], RoomRules.Violations([new(path, text)]));

    [Fact]
    public void are_caught_by_half_a_name_too()
    {
        SourceFile[] planted =
        [
            new("Applying/A.cs", "namespace EkDwar.Applying; sealed class A { object f = new Deciding.Grant(); int Deciding => 1; }"),
            new("Deciding/Grant.cs", "namespace EkDwar.Deciding; sealed class Grant;"),
        ];
        Assert.Equal(["Applying/A.cs may not use Deciding"], RoomRules.Violations(planted));
    }

    [Theory]
    [InlineData("People/SignInPage.cshtml.cs", "using EkDwar.Design; namespace EkDwar.People;")]
    [InlineData("Cases/TrackerView.cs", "using EkDwar.Design; namespace EkDwar.Cases;")]
    [InlineData("People/CitizenPage.cs", "using EkDwar.Design; namespace EkDwar.People; abstract class CitizenPage : EkPage;")]
    [InlineData("Applying/A.cs", "using EkDwar.Cases; using EkDwar.Notifying; using EkDwar.Foundation.Files; namespace EkDwar.Applying;")]
    [InlineData("House.cs", "using EkDwar.Applying; namespace EkDwar;")]
    [InlineData("Finding/A.cshtml", "@* as EkDwar.Applying does *@")]
    public void may_know_the_heart_and_the_building(string path, string text) => Assert.Empty(RoomRules.Violations([new(path, text)]));

    [Theory]
    [InlineData("Helping/A.cs", "namespace EkDwar.Helping;", "Helping/A.cs lies in no room of the house")]
    [InlineData("Cases/A.cs", "namespace EkDwar.Places;", "Cases/A.cs declares EkDwar.Places, not EkDwar.Cases")]
    [InlineData("A.cs", "global using EkDwar.Places;", "A.cs has a global using, which hides who knows whom")]
    public void cannot_hide_where_they_are(string path, string text, string violation) =>
        Assert.Contains(violation, RoomRules.Violations([new(path, text)]));
}
