namespace EkDwar.Tests.Houserules;

public class Sizes
{
    /// <summary>What is larger than the house allows, for now. This list may only shrink: an entry no longer needed fails the test.</summary>
    static readonly string[] LongFiles = [], LongMethods = [], WideConstructors = [];

    [Fact]
    public void of_files_stay_under_the_limit() => Rules.Hold(SizeRules.LongFiles(SourceFile.All), LongFiles);

    [Fact]
    public void of_methods_stay_under_the_limit() => Rules.Hold(SizeRules.LongMethods(SourceFile.All), LongMethods);

    [Fact]
    public void of_constructors_stay_under_the_limit() => Rules.Hold(SizeRules.WideConstructors(SourceFile.All), WideConstructors);

    [Fact]
    public void are_small_nearly_everywhere()
    {
        Assert.InRange(SizeRules.UsualFiles(SourceFile.All), 95, 100);
        Assert.InRange(SizeRules.UsualMethods(SourceFile.All), 95, 100);
        Assert.InRange(SizeRules.MedianFile(SourceFile.All), 1, SizeRules.FileMedian);
    }

    [Fact]
    public void that_are_too_large_are_caught()
    {
        var body = string.Concat(Enumerable.Repeat("        b++;\n", 59));
        SourceFile method = new("Cases/A.cs", $"sealed class A\n{{\n    void B(int b)\n    {{\n{body}    }}\n}}\n");
        SourceFile longer = new("Cases/B.cs", new string('\n', 300) + "//");
        SourceFile wide = new("Cases/C.cs", "sealed class C(int a, int b, int c, int d, int e, int f); sealed record D(int a, int b, int c, int d, int e, int f);");
        Assert.Equal(["Cases/A.cs B"], SizeRules.LongMethods([method]));
        Assert.Equal(["Cases/B.cs"], SizeRules.LongFiles([longer, method]));
        Assert.Equal(["Cases/C.cs C"], SizeRules.WideConstructors([wide]));
        Assert.Equal(50, SizeRules.UsualFiles([longer, wide]));
        Assert.Equal(0, SizeRules.UsualMethods([method]));
        Assert.Equal(301, SizeRules.MedianFile([wide, longer]));
    }
}
