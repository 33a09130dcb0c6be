using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation.Outcomes;
using Microsoft.AspNetCore.Http.Extensions;

namespace EkDwar.People.SignOn;

/// <summary>Where the browser goes now, and what it must bring back.</summary>
public sealed record BegunSignOn(string Address, PendingSignOn Pending);

/// <summary>
/// Use case: an official wants to sign in at her state's own sign-on. Authorization code with PKCE (S256), a state and a nonce,
/// all new for this one try. Nobody is known by it, and nothing is stored. Whoever is signed in and proves anew who she is, is asked
/// there whatever the provider remembers of her.
/// </summary>
public sealed class BeginSignOn(SignOnPlaces places, SignOnProvider provider, SignOnBook book)
{
    const int SecretLength = 32;

    public async Task<Outcome<BegunSignOn>> Run(string? state, string? returnUrl, string language, Guid? proves = null)
    {
        if (places.Of(state) is not { } place) return new Refusal("people.sign_on.not_here");
        var pending = new PendingSignOn(place.State, New(), New(), New(), language, returnUrl ?? "") { Proves = proves, BegunAt = book.Now };
        try
        {
            return new BegunSignOn(Address(place, await provider.Facts(place), pending), pending);
        }
        catch (SignOnSilent silent)
        {
            book.Silent(place.State, silent);
            return new Refusal("people.sign_on.silent");
        }
    }

    static string Address(SignOnPlace place, ProviderFacts facts, PendingSignOn pending)
    {
        var query = new QueryBuilder
        {
            { "response_type", "code" }, { "client_id", place.Said.ClientId }, { "redirect_uri", place.ReturnUrl },
            { "scope", string.Join(' ', place.Said.Scopes.Prepend("openid").Distinct()) }, { "state", pending.Answer }, { "nonce", pending.Nonce },
            { "code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(pending.Verifier))) }, { "code_challenge_method", "S256" },
            { "ui_locales", pending.Language },
        };
        if (place.Said.SecondFactor is { Acr: { Count: > 0 } asked }) query.Add("acr_values", string.Join(' ', asked));
        // OpenID Connect Core 3.1.2.1: it asks her again however lately she was there, and says in the token when.
        if (pending.Proves is not null)
        {
            query.Add("max_age", "0");
            query.Add("prompt", "login");
        }
        var written = query.ToQueryString().Value!;
        return facts.Authorize + (facts.Authorize.Contains('?', StringComparison.Ordinal) ? "&" + written[1..] : written);
    }

    static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength));
}
