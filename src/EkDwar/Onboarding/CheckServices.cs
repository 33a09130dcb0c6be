using System.Collections.Concurrent;
using System.Text;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Checks;
using EkDwar.Catalogue.Texting;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Onboarding;

/// <summary>What checking came to: how many files, and every fault and remark of all, in the order of files and lines.</summary>
public sealed record CheckedServices(int Files, IReadOnlyList<FileFault> Found)
{
    /// <summary>How many tests the files have of themselves, and the time those took of each processor together.</summary>
    public int Tests { get; init; }
    public TimeSpan TestTime { get; init; }

    public int Faults => Found.Count(fault => !fault.IsRemark);
}

/// <summary>
/// Use case: says all that is wrong with service files, at once, before anybody publishes them. It reads files and nothing
/// else: no database, no house.
/// </summary>
public static class CheckServices
{
    /// <summary>The files that a folder of states, a state's folder or a file stands for. Throws <see cref="CannotStart"/> for what is not there.</summary>
    public static IReadOnlyList<string> Files(IEnumerable<string> named) => [.. named.SelectMany<string, string>(name =>
        File.Exists(name) ? [Path.GetFullPath(name)]
        : Directory.Exists(name) ? Directory.EnumerateFiles(Path.GetFullPath(name), "*.y*ml", SearchOption.AllDirectories).Where(StateFolder.IsService).Order(StringComparer.Ordinal)
        : throw new CannotStart("onboarding.check.not_there", ("name", name))).Distinct()];

    public static CheckedServices Run(IReadOnlyList<string> files)
    {
        var states = new ConcurrentDictionary<string, Lazy<StateFolder>>();
        var found = files.AsParallel().AsOrdered().Select(file =>
        {
            var state = states.GetOrAdd(Path.GetDirectoryName(file)!, folder => new(() => StateFolder.Read(folder))).Value;
            var sheet = Sheets.Open<ServiceDefinition>(file, Sheets.Named(file));
            var took = Check(sheet, file, state);
            return (sheet.Faults.All, Tests: sheet.Value.Tests.Count, Took: took);
        }).ToList();
        var broken = states.OrderBy(state => state.Key, StringComparer.Ordinal).SelectMany(state => state.Value.Value.Faults.Concat(state.Value.Value.LawFaults));
        return new(files.Count, [.. broken, .. found.SelectMany(one => one.All)])
        {
            Tests = found.Sum(one => one.Tests), TestTime = TimeSpan.FromTicks(found.Sum(one => one.Took.Ticks)),
        };
    }

    /// <summary>One text, with all that is wrong with it in a state's folder.</summary>
    public static Sheet<ServiceDefinition> Checked(ReadOnlySpan<byte> text, string file, StateFolder state)
    {
        var sheet = Sheets.Read<ServiceDefinition>(text, file);
        Check(sheet, file, state);
        return sheet;
    }

    public static Sheet<ServiceDefinition> Checked(string text, string file, StateFolder state) => Checked(Encoding.UTF8.GetBytes(text), file, state);

    /// <returns>how long the file's own tests took</returns>
    static TimeSpan Check(Sheet<ServiceDefinition> sheet, string file, StateFolder state)
    {
        ServiceCheck.Run(sheet, state.Language);
        if (!sheet.IsReadable) return TimeSpan.Zero;
        Filed(sheet, file, state);
        Linked(sheet, state);
        if (state.Law is { Act.Id: { Length: > 0 } act }) sheet.Needs(sheet.Value.Act == act, sheet.Value, "act", $"{FileFaults.Quote(sheet.Value.Act)} is not the act of this state", $"write '{act}', as act.yaml has it under 'id'");
        if (state.Profile is { } profile) Found(sheet, [.. profile.Topics.Select(topic => topic.Code)]);
        if (state.Places is not null) new OfficeCheck(sheet, state.Responsible).Run();
        if (!sheet.Faults.Any && state.Texts is { } texts) Registered(sheet, texts);
        return FileTests.Run(sheet, state);
    }

    /// <summary>Its own messages stand in the register of the state, word for word: until they do, the house's are sent as text messages.</summary>
    static void Registered(Sheet<ServiceDefinition> sheet, TextRegister register)
    {
        foreach (var message in sheet.Value.Messages)
            foreach (var (language, words) in message.Says)
            {
                var body = register.Texts.Find(text => text.Text == message.Notice && text.Service == sheet.Value.Id)?.Bodies.GetValueOrDefault(language);
                if (body?.Pattern(register.Domains).Values(LongestText.Filled(words, LanguageCode.Parse(language), register.Domains)) is null)
                    sheet.Faults.Remark(sheet.At(message.Says, language), "these words are not registered as a text message", "have them registered and write them into sms.yaml; until then the house's words are sent");
            }
    }

    /// <summary>Its topics are those of the state, each once: a misspelt one would lead nobody there.</summary>
    static void Found(Sheet<ServiceDefinition> sheet, IReadOnlyList<string> known)
    {
        var topics = sheet.Value.Topics;
        for (var at = 0; at < topics.Count; at++)
            if (!known.Contains(topics[at])) sheet.Faults.Add(sheet.At(topics, at), $"{FileFaults.Quote(topics[at])} is no topic of this state", Nearest.Mend(topics[at], known));
            else if (topics.IndexOf(topics[at]) < at) sheet.Faults.Add(sheet.At(topics, at), $"{FileFaults.Quote(topics[at])} stands here twice", "keep one");
    }

    /// <summary>The services that a file names are services of this state: by which a paper is had, which renew, which prove a life.</summary>
    static void Linked(Sheet<ServiceDefinition> sheet, StateFolder state)
    {
        foreach (var question in sheet.Value.Questions)
        {
            if (question.IfLacking is { } help) Has(help, "service", help.Service);
            foreach (var option in question.Options) Has(option, "issued_by", option.IssuedBy);
            foreach (var (index, service) in question.Of.Index())
                if (Unknown(service) is { } mend) sheet.Faults.Add(sheet.At(question.Of, index), Problem(service), mend);
        }
        if (sheet.Value.Licence is { } licence) Has(licence, "renewed_by", licence.RenewedBy);
        if (sheet.Value.Sanction is { } sanction)
        {
            Has(sanction, "proved_by", sanction.ProvedBy);
            if (sanction.Renewal is { } renewal) Has(renewal, "by", renewal.By);
        }

        void Has(object owner, string key, string id)
        {
            if (id != "" && Unknown(id) is { } mend) sheet.Needs(false, owner, key, Problem(id), mend);
        }

        string? Unknown(string id)
        {
            if (File.Exists(Path.Combine(state.Path, id + ".yaml"))) return null;
            var meant = Nearest.To(id, state.ServiceFiles.Select(Path.GetFileNameWithoutExtension).OfType<string>());
            return meant is null ? "write the name of its file without .yaml" : $"write '{meant}'";
        }

        static string Problem(string id) => $"{FileFaults.Quote(id)} is no service of this state";
    }

    /// <summary>A file is called as its service, in the folder of its state: so no two services of a state have one id.</summary>
    static void Filed(Sheet<ServiceDefinition> sheet, string file, StateFolder state)
    {
        var (service, name) = (sheet.Value, Path.GetFileNameWithoutExtension(file));
        if (Path.GetExtension(file) != ".yaml") sheet.Faults.Add(YamlPlace.Start, "the file is not found when services are published", $"call it {name}.yaml");
        sheet.Needs(service.Id == "" || service.Id == name, service, "id", File.Exists(Path.Combine(state.Path, service.Id + ".yaml"))
            ? $"{FileFaults.Quote(service.Id)} is the id of another file here" : $"{FileFaults.Quote(service.Id)} is not what the file is called", $"write '{name}', or rename the file");
        sheet.Needs(service.State == "" || service.State == state.Name, service, "state", $"{FileFaults.Quote(service.State)} is not the folder the file is in", $"write '{state.Name}', or move the file");
    }
}
