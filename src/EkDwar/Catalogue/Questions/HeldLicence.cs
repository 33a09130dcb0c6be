namespace EkDwar.Catalogue.Questions;

/// <summary>A licence that the applicant holds or held, and that was not taken back: its number, the service that gave it, and its last day.</summary>
public sealed record HeldLicence(string Number, string ServiceId, DateOnly Until)
{
    /// <summary>Of a benefit in instalments: what the register says of them; null for all else.</summary>
    public DrawnInstalments? Drawn { get; init; }
}

/// <summary>How it stands with the instalments of a benefit: how many there are, how many were paid, and the per cent recorded last before one, where that is measured.</summary>
public sealed record DrawnInstalments(int Instalments, int Paid, int? Percent);
