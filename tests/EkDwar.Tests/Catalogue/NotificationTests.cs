using System.Text.RegularExpressions;
using EkDwar.Catalogue;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue;

/// <summary>What a service's file says of where it was notified: what the source says, and no reference of our own making.</summary>
public sealed partial class A_notification
{
    /// <summary>The sources list services without numbering them, so a number could only be ours.</summary>
    [Fact]
    public void numbers_no_service()
    {
        var services = StateFiles.States.SelectMany(state => Directory.EnumerateFiles(Path.Combine(Repository.Root, "services", state), "*-*.yaml")).Select(file => ServiceFile.Load(File.ReadAllText(file), file)).ToList();
        Assert.True(services.Count >= 70);
        Assert.Equal([], services.Where(service => service.Notification.Names.Values.Any(Number().IsMatch)).Select(service => service.Id));
    }

    [Theory]
    [InlineData("the Act, 2015 – notified service no. 148", true)]
    [InlineData("अधिनियम, 2015 – अधिसूचित सेवा क्र. 148", true)]
    [InlineData("अधिनियम, 2015 – अधिसूचित सेवा क्रमांक १४८", true)]
    [InlineData("ਐਕਟ, 2015 – ਅਧਿਸੂਚਿਤ ਸੇਵਾ ਨੰ. 148", true)]
    [InlineData("Punjab Right to Service Act, 2011 – the first 67 services", false)]
    [InlineData("Registration of Births and Deaths Act, 1969, section 13", false)]
    public void is_told_from_one_that_does(string name, bool isNumbered) => Assert.Equal(isNumbered, Number().IsMatch(name));

    [GeneratedRegex(@"(\bno\.?|क्र\.|क्रमांक|संख्या|ਨੰ\.|ਨੰਬਰ)\s*[0-9०-९੦-੯]", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
