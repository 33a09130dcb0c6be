using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Foundation;

public class A_search_key
{
    [Theory]
    [InlineData("Pawar", "Powar", "पवार", "ਪਵਾਰ")]
    [InlineData("Gurpreet", "गुरप्रीत", "ਗੁਰਪ੍ਰੀਤ", "gurprit")]
    [InlineData("Shaikh", "Sheikh", "शेख", "SHEIKH")]
    [InlineData("Kshirsagar", "क्षीरसागर", "Xirsagar", "Ksheersagar")]
    [InlineData("Dnyaneshwar", "Gyaneshwar", "ज्ञानेश्वर", "ज्ञानेश्‍वर")]
    [InlineData("Kamble", "कांबळे", "काम्बळे", "Kāmble")]
    [InlineData("Singh", "सिंह", "ਸਿੰਘ", "सिंघ")]
    [InlineData("Vijay", "विजय", "Vijai", "ਵਿਜੇ")]
    [InlineData("Gaikwad", "गायकवाड", "Gaykwad", "Gaikvad")]
    [InlineData("Mhatre", "म्हात्रे", "Matre", "मात्रे")]
    [InlineData("Kaur", "ਕੌਰ", "कौर", "kour")]
    [InlineData("Chandigarh", "चंडीगढ़", "ਚੰਡੀਗੜ੍ਹ", "Chandigadh")]
    public void is_one_for_all_spellings_of_a_name(string one, string two, string three, string four)
    {
        // Gadh for Garh is another sound in Latin letters: near, not the same.
        Assert.Equal(SearchKey.Of(one), SearchKey.Of(two));
        Assert.Equal(SearchKey.Of(one), SearchKey.Of(three));
        Assert.True(SearchKey.Score(one, four) > 0.6, $"{SearchKey.Of(one)} and {SearchKey.Of(four)}");
    }

    [Theory, InlineData("Pawar", "Patil"), InlineData("Gurpreet", "Gurmukh"), InlineData("शेख", "शिंदे"), InlineData("Ramesh", "Suresh"), InlineData("Anil", "Nil")]
    public void is_not_one_for_different_names(string one, string other) => Assert.NotEqual(SearchKey.Of(one), SearchKey.Of(other));

    [Fact]
    public void folds_a_nukta_and_ignores_joiners()
    {
        Assert.Equal(SearchKey.Of("क़ासिम"), SearchKey.Of("कासिम"));
        Assert.Equal(SearchKey.Of("र्‍हाळकर"), SearchKey.Of("र्हाळकर"));
        Assert.Equal(SearchKey.Of("D'Souza"), SearchKey.Of("DSouza"));
    }

    [Theory]
    [InlineData("utpanna dakhla")]
    [InlineData("उत्पन्नाचा दाखला")]
    [InlineData("utpannacha dakhala")]
    [InlineData("income certficate")]
    [InlineData("ਆਮਦਨ ਸਰਟੀਫਿਕੇਟ")]
    [InlineData("certificate of income")]
    public void finds_a_service_by_what_people_type(string typed)
    {
        string[] income = ["उत्पन्नाचा दाखला", "Income certificate", "ਆਮਦਨ ਸਰਟੀਫਿਕੇਟ"];
        string[] others = ["जातीचा दाखला", "Caste certificate", "Shop and establishment licence", "ਜਾਤੀ ਸਰਟੀਫਿਕੇਟ", "विवाह नोंदणी", "Birth certificate"];
        var best = income.Max(name => SearchKey.Score(typed, name));
        Assert.True(best > 0.6, $"{best}");
        Assert.True(best > others.Max(name => SearchKey.Score(typed, name)), "another service is found first");
    }

    [Fact]
    public void finds_a_person_by_name_and_village_in_any_order()
    {
        Assert.Equal(1, SearchKey.Score("powar haveli", "हवेली, रमेश विठ्ठल पवार"));
        Assert.True(SearchKey.Score("gurpreet", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ") > SearchKey.Score("gurpreet", "ਹਰਪ੍ਰੀਤ ਕੌਰ"));
    }

    [Theory, InlineData("", "पवार"), InlineData("पवार", ""), InlineData("...", "पवार")]
    public void finds_nothing_in_nothing(string query, string candidate) => Assert.Equal(0, SearchKey.Score(query, candidate));

    [Fact]
    public void has_trigrams_for_an_index() => Assert.Equal(["  p", " pv", "pvr", "vr "], SearchKey.Trigrams(SearchKey.Of("पवार")));
}
