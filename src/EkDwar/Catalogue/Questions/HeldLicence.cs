namespace EkDwar.Catalogue.Questions;

/// <summary>A licence that the applicant holds or held, and that was not taken back: its number, the service that gave it, and its last day.</summary>
public sealed record HeldLicence(string Number, string ServiceId, DateOnly Until);
