using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue;

/// <summary>
/// One notified public service, as one canonical YAML file says it; a published version never changes. Everything a door,
/// a desk or a document needs is in here: no service needs C#. Lists and texts are as the file has them.
/// </summary>
public sealed class ServiceDefinition
{
    public string Id { get; init; } = "";
    public string State { get; init; } = "";
    public int Version { get; init; }
    public DateOnly EffectiveOn { get; init; }

    /// <summary>For whoever edits the file, in place of a comment; shown to nobody.</summary>
    public string Note { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>At most 24 characters a language, written by hand; for chat rows and SMS.</summary>
    public LocalText ShortNames { get; init; } = [];
    public LocalText Summary { get; init; } = [];
    public Dictionary<string, List<string>> Synonyms { get; init; } = [];
    public LocalText Department { get; init; } = [];

    /// <summary>Codes of the state's topics under which people find it.</summary>
    public List<string> Topics { get; init; } = [];
    public string Act { get; init; } = "";
    public Notification Notification { get; init; } = new();
    public LimitRule Limit { get; init; } = new();

    /// <summary>Set where a law decides what no officer did in time.</summary>
    public DeemedRule? Deemed { get; init; }
    public FeeRule Fee { get; init; } = new();

    /// <summary>The choice whose options are the tiers of the service, such as normal and urgent; what each is given and costs is said by slabs and heads that read it. Empty where there is one alone.</summary>
    public string Tier { get; init; } = "";
    public OfficerRule Officers { get; init; } = new();
    public ServedBy ServedBy { get; init; } = new();

    /// <summary>The question whose answer is the name the certificate and the desk show.</summary>
    public string ApplicantName { get; init; } = "";

    /// <summary>Pages on which several questions are asked at once; each of all others has one of its own.</summary>
    public List<SharedPage> Pages { get; init => field = Led(value, Questions); } = [];
    public List<Question> Questions { get; init => Led(Pages, field = value); } = [];

    /// <summary>Who must consent beside the applicant.</summary>
    public List<PartyRule> Parties { get; init; } = [];

    /// <summary>What must hold for the service to be given. It advises: who is told no may still apply, and the officer decides.</summary>
    public List<EligibilityRule> Eligibility { get; init; } = [];

    /// <summary>Set where a register gives the service at once; then there are no stages.</summary>
    public InstantRule? Instant { get; init; }
    public List<Stage> Stages { get; init; } = [];
    public List<Ground> Grounds { get; init; } = [];

    /// <summary>Set where what is given holds from a day to a day.</summary>
    public LicenceRule? Licence { get; init; }

    /// <summary>Set where an amount is sanctioned, month by month or in instalments.</summary>
    public SanctionRule? Sanction { get; init; }

    /// <summary>The question whose answer is the benefit that goes on when this service is granted; empty for all others.</summary>
    public string ProvesLife { get; init; } = "";

    /// <summary>Where it is closed otherwise than the state says of all, while it waits for the citizen's side.</summary>
    public List<CloseRule> CloseAfter { get; init; } = [];

    /// <summary>Set where a case must be kept longer than the state says of all.</summary>
    public KeepRule? Keep { get; init; }
    public CertificateTemplate Certificate { get; init; } = new();

    /// <summary>What it tells applicants in its own words; of all else the house's sentences do.</summary>
    public List<EventMessage> Messages { get; init; } = [];

    /// <summary>Examples by which the file is held to what its editor meant; nobody is shown them.</summary>
    public List<ServiceTest> Tests { get; init; } = [];

    /// <summary>A question of the applicant or of an officer's form.</summary>
    public Question Question(string id) => AllQuestions.First(question => question.Id == id);

    /// <summary>The tier an application was sent for; null where its service has none.</summary>
    public Option? TierOf(Terms terms) => Tier.Length > 0 && terms.Tier is { } code ? Question(Tier).Option(code) : null;

    /// <summary>The conditions these answers are known not to meet.</summary>
    public IReadOnlyList<EligibilityRule> NotMet(Answers answers, DateOnly today) =>
        [.. Eligibility.Where(condition => condition.Holds(new(Questions, answers, today)) is false)];

    /// <summary>What applicants are asked, and then what officers are, in the order of their stages.</summary>
    public IReadOnlyList<Question> AllQuestions => allQuestions ??= Stages.TrueForAll(stage => stage.Form is null) ? Questions : [.. Questions, .. Stages.SelectMany(stage => stage.Form?.Questions ?? [])];

    IReadOnlyList<Question>? allQuestions;

    /// <summary>The page a question shares; null where it has one of its own.</summary>
    public SharedPage? PageOf(Question question) => question.Page.Length == 0 ? null : Pages.Find(page => page.Id == question.Page);

    /// <summary>Once, whichever of both is read last: whoever asks whether a question is asked need not know of pages.</summary>
    static List<SharedPage> Led(List<SharedPage> pages, List<Question> questions)
    {
        foreach (var question in questions.Where(question => question.Page.Length > 0)) question.PageWhen = pages.Find(page => page.Id == question.Page)?.When ?? "";
        return pages;
    }

    /// <summary>Whether it is an officer's finding that decides if a case comes to this stage.</summary>
    public bool ReadsFindings(Stage stage) => stage.When.Length > 0 && Findings.Overlaps(stage.Reads.Select(name => name.Root));

    HashSet<string> Findings => findings ??= [.. Stages.SelectMany(stage => stage.Form?.Questions ?? []).Select(question => question.Id)];

    HashSet<string>? findings;

    public Stage Stage(string id) => Stages.First(stage => stage.Id == id);
}

/// <summary>Where the service was notified, and since when; the source a reader can follow.</summary>
public sealed class Notification
{
    public LocalText Names { get; init; } = [];
    public string Source { get; init; } = "";
}

/// <summary>
/// The time limit as the notification gives it: days, or slabs of days. Kind is working, calendar, unstated (then the act's
/// file says), or immediate, which is due on the very day it starts and has no days.
/// </summary>
public sealed class LimitRule
{
    public const string PapersComplete = "papers_complete", FeePaid = "fee_paid", OnEvent = "event", Immediate = "immediate";

    public int Days { get; init; }
    public List<LimitSlab> Slabs { get; init; } = [];
    public string Kind { get; init; } = "";

    /// <summary>papers_complete; fee_paid: when the papers are complete and the fee is paid as well; event: when an officer records what <see cref="Event"/> names.</summary>
    public string Starts { get; init; } = "";

    /// <summary>What happens on the day the limit starts, such as "police report received"; empty where papers or fee start it.</summary>
    public LocalText Event { get; init; } = [];

    /// <summary>Days more for applications that came by a channel, in place of what the act says of all. Silent: the act's.</summary>
    public List<ExtraDays> ExtraDays { get; init; } = [];

    /// <summary>Where it is notified; "example" where that says nothing of the days, or of when they start, and the page must say so.</summary>
    public string Source { get; init; } = "";
    public bool IsExample => Source == "example";

    /// <summary>What this service adds for a channel; null where it leaves that to the act.</summary>
    public int? AddedFor(string channel) => ExtraDays.Count == 0 ? null : ExtraDays.Find(extra => extra.Channel == channel)?.Days ?? 0;

    public int DaysFor(IReadOnlyList<Question> questions, Answers answers) => Slab.Of(Slabs, questions, answers)?.Days ?? Days;
}

/// <summary>The statutory officers by designation, or slabs of them. Source "example" means the page must say so.</summary>
public sealed class OfficerRule
{
    public string Designated { get; init; } = "";
    public string FirstAppellate { get; init; } = "";
    public string SecondAppellate { get; init; } = "";
    public List<OfficerSlab> Slabs { get; init; } = [];
    public string Source { get; init; } = "";
    public bool IsExample => Source == "example";

    public Officers Officers => new(Designated, FirstAppellate, SecondAppellate);

    /// <summary>All that a case of this service may have, each with what it depends on; one without a name where it depends on nothing.</summary>
    public IReadOnlyList<(LocalText Names, Officers Officers)> Possible =>
        Slabs.Count == 0 ? [([], Officers)] : [.. Slabs.Select(slab => (slab.Names, slab.Officers))];

    /// <summary>Those of a case that a body of this kind has.</summary>
    public Officers For(IReadOnlyList<Question> questions, Answers answers, string? body) =>
        Slab.Of([.. Slabs.Where(slab => slab.Bodies.Cover(body))], questions, answers)?.Officers ?? Officers;
}

/// <summary>Which answer's place chooses the office, and what kind of place that office serves.</summary>
public sealed class ServedBy
{
    public string Question { get; init; } = "";

    /// <summary>
    /// One kind; or several, where the service is given by bodies of different kinds, such as a corporation and a council: then
    /// the place that is reached first, from the one chosen upwards, says which body has the case.
    /// </summary>
    public OneOrMore PlaceKind { get; init; } = [];

    /// <summary>The kind of every case where there is one alone; null where that depends on the place.</summary>
    public string? OnlyKind => PlaceKind is [var kind] ? kind : null;
}

/// <summary>One condition of a service, as a rule over answers and <c>today</c>, and what is said to whom it does not hold for.</summary>
public sealed class EligibilityRule
{
    public string Id { get; init; } = "";
    public string When { get; init; } = "";
    public LocalText Reason { get; init; } = [];

    Rule? when;

    public IReadOnlyList<ReadName> Reads => Rule.Reads;

    /// <summary>False only where it is known not to hold: while that depends on an answer that is missing, nobody is told no.</summary>
    public bool? Holds(Supposition known) => known.Holds(Rule);

    /// <summary>The questions on which it depends: those not answered, or those answered too roughly.</summary>
    public IReadOnlyList<Question> Undecided(Supposition known, IReadOnlyList<Question> questions) =>
        known.Open(Rule) is { Count: > 0 } open ? open : [.. questions.Where(question => Reads.Any(name => name.Root == question.Id))];

    Rule Rule => when ??= Rule.Parse(When);
}

/// <summary>A desk the case passes: the post that acts and what it may do there.</summary>
public sealed class Stage
{
    /// <summary>The action of a desk that works the fee out.</summary>
    public const string Assess = "assess";

    public string Id { get; init; } = "";
    public LocalText Names { get; init; } = [];
    public string Post { get; init; } = "";

    /// <summary>A rule over answers: passed over when it comes to false. Empty: never.</summary>
    public string When { get; init; } = "";

    /// <summary>The kinds of body, as <see cref="ServedBy.PlaceKind"/> names them, whose cases come here. Empty: those of all.</summary>
    public List<string> Bodies { get; init; } = [];
    public List<string> Actions { get; init; } = [];

    /// <summary>A word that stages next to each other share which act side by side. Empty: alone.</summary>
    public string Together { get; init; } = "";

    /// <summary>The days the office gives this post for its part, counted as the limit's are. 0: none of its own; never the legal limit.</summary>
    public int Days { get; init; }

    /// <summary>What the officer answers here before the case goes on; null where nothing is asked.</summary>
    public StageForm? Form { get; init; }

    /// <summary>What she ticks before the case goes on, or says why not; empty where nothing is.</summary>
    public List<CheckItem> Checklist { get; init; } = [];

    /// <summary>The answers somebody outside the office is shown who is asked to go there; empty: the place alone by which the office is chosen.</summary>
    public List<string> VisitorSees { get; init; } = [];

    public bool May(string action) => Actions.Contains(action) || action == FillIn && Form is not null || action == AskVisit && Actions.Contains("report")
        || action is Transfer or CloseDuplicate or AnswerCorrection;

    /// <summary>What any desk may do that has a case: send it to the right office, close it in favour of an earlier one, or accept what its applicant corrects.</summary>
    public const string Transfer = "transfer", CloseDuplicate = "close_duplicate", AnswerCorrection = "answer_correction";

    /// <summary>To ask somebody outside the house for a visit, wherever a field report is given.</summary>
    public const string AskVisit = "ask_visit";

    /// <summary>What may be done wherever a stage has a form.</summary>
    public const string FillIn = "fill_in";

    /// <summary>To record the event with which the limit starts.</summary>
    public const string StartClock = "start_clock";

    /// <summary>Whether a case ends here: it is decided, and goes nowhere else.</summary>
    public bool IsEnd => May("grant") && May("refuse") && !May("forward") && !May("report");

    Rule? when;

    public IReadOnlyList<ReadName> Reads => When.Length == 0 ? [] : Rule.Reads;

    /// <summary>A rule that cannot be told yet passes nothing over.</summary>
    public bool IsPassedOver(IReadOnlyList<Question> questions, Answers answers) =>
        When.Length > 0 && Rule.Evaluate(RuleFacts.Of(Rule, questions, answers)).Value is false;

    Rule Rule => when ??= Rule.Parse(When);
}

/// <summary>A coded ground of refusal, with the rule it rests on.</summary>
public sealed class Ground
{
    public string Code { get; init; } = "";
    public LocalText Names { get; init; } = [];
    public LocalText Rule { get; init; } = [];
}
