namespace EkDwar.People.SignOn.Emulator;

/// <summary>What the emulated provider knows of the one who asks it: its id and secret, and where it may be sent back to, to the letter.</summary>
public sealed record EmulatedClient(string Id, string Secret, string RedirectUri, string AfterLogout);

/// <summary>A code it gave: for whom, and what must be shown to have it.</summary>
public sealed record EmulatedCode(EmulatedClient Client, string RedirectUri, string Challenge, string Nonce, string Login, string Subject, bool HasTwoFactors, DateTimeOffset At)
{
    public bool IsUsed { get; set; }
}

/// <summary>A request it refuses, in the words of RFC 6749. Where <paramref name="IsTold"/> is false the browser is not sent back: nobody knows where to.</summary>
public sealed record EmulatedRefusal(string Error, string Description, bool IsTold = true, int Status = StatusCodes.Status400BadRequest);
