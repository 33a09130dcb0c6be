namespace EkDwar.Tests.Houserules;

public class The_code_of_the_house
{
    /// <summary>WebApplicationFactory and the top-level statements share this class, which the language leaves open.</summary>
    static readonly string[] OpenByNeed = ["Program.cs Program"];

    [Fact]
    public void has_folders_named_for_what_is_in_them() => Rules.Hold(ShapeRules.EmptyFolderNames(Repository.Walk(Path.Combine(Repository.Root, "src"))));

    [Fact]
    public void has_closed_classes() => Rules.Hold(ShapeRules.OpenClasses(SourceFile.All), OpenByNeed);

    [Fact]
    public void has_namespaces_of_whole_files() => Rules.Hold(ShapeRules.BlockNamespaces(SourceFile.All));

    [Fact]
    public void leaves_nothing_for_later() => Rules.Hold(ShapeRules.LeftForLater(SourceFile.All));

    [Fact]
    public void does_not_write_out_the_default() => Rules.Hold(ShapeRules.NeedlessPrivate(SourceFile.All));

    [Fact]
    public void has_no_style_or_script_inside_pages() => Rules.Hold(ShapeRules.InlineStyleOrScript(SourceFile.All));

    [Fact]
    public void has_no_text_in_indian_scripts() => Rules.Hold(ShapeRules.IndianScriptInCode(SourceFile.All));

    [Fact]
    public void is_caught_breaking_each_of_these()
    {
        Assert.Equal(["src/Helpers"], ShapeRules.EmptyFolderNames(["src/Helpers/A.cs", "src/Cases/Core.cs"]));
        Assert.Equal(["A.cs Open", "A.cs Loose"], ShapeRules.OpenClasses([Planted("class Open; sealed class Shut; record Loose(int A); readonly record struct Value(int A); static class Tool;")]));
        Assert.Equal(["A.cs"], ShapeRules.BlockNamespaces([Planted("namespace EkDwar.Cases { }")]));
        Assert.Equal(["A.cs TODO", "A.cs NotImplementedException"], ShapeRules.LeftForLater([Planted("// TODO\nclass A { int B => throw new NotImplementedException(); }")]));
        Assert.Equal(["A.cs line 2"], ShapeRules.NeedlessPrivate([Planted("class A {\nprivate int b;\npublic int C { get; private set; }\nprivate static partial int D();\nprivate protected int E; }")]));
        Assert.Equal(["A.cs गाव"], ShapeRules.IndianScriptInCode([Planted("class A { string B => \"\\u0917ाव\"; char C => 'ऀ'; } // गाव")]));
    }

    [Theory]
    [InlineData("<p style=\"color:red\">", "style=\"")]
    [InlineData("<a onclick='x()'>", "onclick='")]
    [InlineData("<script>x()</script>", "<script>")]
    [InlineData("<style>p{}</style>", "<style")]
    public void is_caught_with_style_or_script_inside_a_page(string markup, string found) =>
        Assert.Equal([$"A.cshtml {found}"], ShapeRules.InlineStyleOrScript([new("A.cshtml", markup)]));

    [Fact]
    public void may_load_a_script_of_its_own() => Assert.Empty(ShapeRules.InlineStyleOrScript([new("A.cshtml", "<script src=\"/a.js\" defer></script>")]));

    static SourceFile Planted(string text) => new("A.cs", text);
}
