namespace EkDwar.Foundation.Secrets;

/// <summary>Whose seal it is, as a PDF reader shows it: the name of the seal and the organisation. Not an officer.</summary>
public sealed record SealHolder(string Name, string Organisation);
