using System.Text.Json;
using EkDwar.People.SignOn;
using EkDwar.Places;

namespace EkDwar.Tests.People.SignOn;

/// <summary>What is asked of what a provider says of itself, and of what a state's file says of the provider.</summary>
public sealed class What_is_said_of_a_provider
{
    static readonly StateSignOn Said = new() { Issuer = "https://id.example", ClientId = "ekdwar", Login = "preferred_username" };
    static readonly SignOnPlace Place = new("mh", Said, Said.Issuer, "secret");

    const string Right = """
        {"issuer": "https://id.example", "authorization_endpoint": "https://id.example/a", "token_endpoint": "https://id.example/t", "jwks_uri": "https://id.example/k", "response_types_supported": ["code"]}
        """;

    static ProviderFacts Read(string json)
    {
        using var said = JsonDocument.Parse(json);
        return ProviderFacts.Read(said.RootElement, Place);
    }

    [Fact]
    public void is_taken_where_it_is_enough()
    {
        var facts = Read(Right);
        Assert.Equal(("https://id.example/t", false, false, null), (facts.Token, facts.NamesItself, facts.TakesSecretInForm, facts.EndSession));
        Assert.True(Read(Right.Replace("\"response_types", "\"token_endpoint_auth_methods_supported\": [\"client_secret_post\"], \"response_types")).TakesSecretInForm);
    }

    [Theory]
    [InlineData("\"https://id.example\"", "\"https://id.example/\""), InlineData("\"https://id.example\"", "\"https://ID.example\""), InlineData("https://id.example/t", "http://id.example/t")]
    [InlineData("https://id.example/a", "javascript:alert(1)"), InlineData("https://id.example/k", "file:///etc/passwd"), InlineData("https://id.example/k", "http://localhost/k"), InlineData("[\"code\"]", "[\"id_token\"]")]
    [InlineData("\"response_types", "\"code_challenge_methods_supported\": [\"plain\"], \"response_types"), InlineData("\"response_types", "\"token_endpoint_auth_methods_supported\": [\"private_key_jwt\"], \"response_types")]
    [InlineData("\"response_types", "\"end_session_endpoint\": \"http://id.example/e\", \"response_types"), InlineData("\"jwks_uri\"", "\"keys\"")]
    public void is_refused_where_it_is_not_safe(string right, string wrong)
    {
        Assert.Contains(right, Right);
        Assert.Throws<SignOnSilent>(() => Read(Right.Replace(right, wrong)));
    }

    const string Block = """
        sign_on:
          issuer: https://id.example/realms/state
          client_id: ekdwar
          names: {mr: साइन-ऑन, en: Sign-on, hi: साइन-ऑन, pa: ਸਾਈਨ-ਔਨ}
          login: preferred_username
          scopes: [profile]
          second_factor: {acr: [gold], amr: [mfa]}
          source: example

        """;

    [Theory]
    [InlineData("", "", null), InlineData("https://id", "http://id", "an address of https"), InlineData("/state", "/state?x=1", "an address of https"), InlineData("  client_id: ekdwar\n", "", "client id")]
    [InlineData("  login: preferred_username\n", "", "a claim names the login"), InlineData("[profile]", "[\"a b\"]", "a scope is a word"), InlineData("{acr: [gold], amr: [mfa]}", "{acr: []}", "two factors are known")]
    [InlineData("  source: example\n", "", "needs its source")]
    public void in_a_states_file_is_checked(string right, string wrong, string? problem)
    {
        var folder = Directory.CreateTempSubdirectory("ekdwar-sign-on-");
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "mh")).FullName, "state.yaml");
        var own = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "services/mh/state.yaml"));
        var without = System.Text.RegularExpressions.Regex.Replace(own, "^sign_on:\n(  .*\n)+", "", System.Text.RegularExpressions.RegexOptions.Multiline);
        Assert.NotEqual(own, without);
        File.WriteAllText(file, without + (right.Length > 0 ? Block.Replace(right, wrong) : Block));
        var faults = StateProfiles.Open(file, "mh").Faults.All;
        folder.Delete(recursive: true);
        if (problem is null) Assert.Empty(faults);
        else Assert.Contains(problem, Assert.Single(faults).ToString());
    }
}
