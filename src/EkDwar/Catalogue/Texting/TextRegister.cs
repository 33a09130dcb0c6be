using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Texting;

/// <summary>
/// The text messages a state has had registered with the operators (DLT, TRAI's TCCCPR 2018), from its sms.yaml: as whom
/// they are sent, and each text with its number, word for word. What is not in here no operator carries. Not the texts
/// themselves, which are the house's and its services'.
/// </summary>
public sealed class TextRegister
{
    /// <summary>The principal entity: 19 digits.</summary>
    public string Entity { get; init; } = "";

    /// <summary>The six letters people read as the sender; the operator adds its own before and -G behind.</summary>
    public string Header { get; init; } = "";

    /// <summary>The telemarketer of the chain between entity and operator: 19 digits.</summary>
    public string Telemarketer { get; init; } = "";

    /// <summary>By which gateways messages leave, in the order they are tried.</summary>
    public List<string> Gateways { get; init; } = [];

    /// <summary>The registered host names; an address of any other is in no message.</summary>
    public List<string> Domains { get; init; } = [];

    public List<RegisteredText> Texts { get; init; } = [];
    public string Source { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>A state's register from its folder; null where the state has none. Throws <see cref="FaultyFilesException"/>.</summary>
    public static TextRegister? Of(DataFolders folders, string state)
    {
        var file = folders.StateFile(state, "sms.yaml");
        if (!File.Exists(file)) return null;
        // Whether the house still says what was registered is told by check-services: no start waits for that.
        var sheet = Open(file, compares: false);
        return sheet.Faults.Any ? throw new FaultyFilesException(sheet.Faults.All) : sheet.Value;
    }

    /// <summary>The file with all that is wrong with it.</summary>
    public static Sheet<TextRegister> Open(string file) => Open(file, compares: true);

    static Sheet<TextRegister> Open(string file, bool compares)
    {
        var sheet = Sheets.Open<TextRegister>(file, Sheets.Named(file));
        if (sheet.IsReadable) RegisterCheck.Run(sheet, compares);
        return sheet;
    }

    /// <summary>The registered bodies under which this may be said in a language on a day: those of the service's own words first.</summary>
    public IEnumerable<RegisteredBody> Bodies(string text, string service, LanguageCode language, DateOnly day) =>
        from one in Texts
        where one.Text == text && (one.Service == service || one.Service == "")
        orderby one.Service == "" ? 1 : 0
        let body = one.Bodies.GetValueOrDefault(language.Code)
        where body is not null && body.ApprovedFrom <= day
        select body;
}

/// <summary>One text in the languages it was registered in.</summary>
public sealed class RegisteredText
{
    /// <summary>Which text of the house, such as <c>ApplicationSubmitted</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>The service whose own words these are; empty for the house's.</summary>
    public string Service { get; init; } = "";

    /// <summary>One of transactional, service, promotional, government.</summary>
    public string Category { get; init; } = "";
    public Dictionary<string, RegisteredBody> Bodies { get; init; } = [];
}

/// <summary>A text as it was registered: fixed words, with TRAI's tags where a value goes.</summary>
public sealed class RegisteredBody
{
    /// <summary>The template's number with the operators: 19 digits.</summary>
    public string Id { get; init; } = "";

    /// <summary>How MSG91 calls the same template, which it sends by its own name; empty where it has none.</summary>
    public string Msg91 { get; init; } = "";
    public string Body { get; init; } = "";
    public DateOnly ApprovedFrom { get; init; }

    BodyPattern? pattern;

    /// <summary>What a message must be to be this one.</summary>
    public BodyPattern Pattern(IReadOnlyList<string> domains) => pattern ??= new(Body, domains);
}
