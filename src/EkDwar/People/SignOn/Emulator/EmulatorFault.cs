namespace EkDwar.People.SignOn.Emulator;

/// <summary>What the emulated provider does wrong when a test tells it to. Each is something an attacker, or a broken provider, would do.</summary>
public enum EmulatorFault
{
    None,

    /// <summary>In the token.</summary>
    WrongIssuer, OtherAudience, MoreAudiences, OtherParty, OtherNonce, NoNonce, Expired, NoExpiry, NotYet, IssuedLongAgo, NoSubject, NoLogin, NoAskedTime, AskedLongAgo,

    /// <summary>In its signature.</summary>
    AlgNone, NoSignature, PublicKeyAsSecret, SwappedKey, OtherAlgorithm, KeyInHeader, CriticalExtension, OtherType, Encrypted,

    /// <summary>In what comes back through the browser.</summary>
    OtherIssuerBack, NoIssuerBack,

    /// <summary>In how it answers the house.</summary>
    Huge, Stall, Redirects, NotJson, Fails, NoIdToken, DiscoversOther, DiscoversHttp, WeakKeys,
}
