namespace EkDwar.Cases.OwnData;

/// <summary>The kinds of data the house keeps of a citizen. Each has a text that names it and one that says what for, under <c>cases.purpose</c>.</summary>
public static class Purposes
{
    public static readonly IReadOnlyList<string> Kinds = ["profile", "answers", "papers", "record", "messages", "payments", "looks", "consents", "acting"];
}
