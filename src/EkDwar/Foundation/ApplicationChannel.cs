namespace EkDwar.Foundation;

/// <summary>The codes of the ways by which an application comes in. Which of them has an entrance today is another question; a case keeps its own for ever.</summary>
public static class ApplicationChannel
{
    /// <summary>The applicant herself, on the pages of the portal.</summary>
    public const string Web = "web";

    /// <summary>At an assisted service centre, or its like under another act, such as a Suvidha or Sewa Kendra.</summary>
    public const string Kendra = "kendra";

    /// <summary>At a Common Service Centre, where the notification tells it from the state's own kendras.</summary>
    public const string CommonServiceCentre = "csc";

    /// <summary>Taken down at the applicant's home.</summary>
    public const string Doorstep = "doorstep";

    public const string Helpline = "helpline", WhatsApp = "whatsapp";

    public static readonly IReadOnlyList<string> All = [Web, Kendra, CommonServiceCentre, Doorstep, Helpline, WhatsApp];
}
