using Microsoft.AspNetCore.Identity;

namespace EkDwar.Foundation.Web;

/// <summary>What a browser needs to ask an authenticator (JSON of WebAuthn), and what the house must know to judge the answer: never shown in clear.</summary>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>
/// ASP.NET Core Identity's judge of passkeys, without the request it came with: address and domain are what the house was
/// started with, so nothing a caller sends as its host can matter. It stores nothing and signs nobody in.
/// </summary>
public sealed class PasskeyCeremony<TUser>(IPasskeyHandler<TUser> handler) where TUser : class
{
    public async Task<PasskeyQuestion> ToAdd(PasskeyUserEntity who)
    {
        var made = await handler.MakeCreationOptionsAsync(who, Nobody());
        return new(made.CreationOptionsJson, made.AttestationState!);
    }

    /// <summary>For whoever answers: the authenticator names the user.</summary>
    public async Task<PasskeyQuestion> ToSignIn()
    {
        var made = await handler.MakeRequestOptionsAsync(null, Nobody());
        return new(made.RequestOptionsJson, made.AssertionState!);
    }

    public Task<PasskeyAttestationResult> Added(string credential, string state) =>
        handler.PerformAttestationAsync(new() { HttpContext = Nobody(), CredentialJson = credential, AttestationState = state });

    public Task<PasskeyAssertionResult<TUser>> SignedIn(string credential, string state) =>
        handler.PerformAssertionAsync(new() { HttpContext = Nobody(), CredentialJson = credential, AssertionState = state });

    static DefaultHttpContext Nobody() => new();
}
