using System.Collections.Concurrent;
using System.Text;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Checks;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Onboarding;

/// <summary>What checking came to: how many files, and every fault and remark of all, in the order of files and lines.</summary>
public sealed record CheckedServices(int Files, IReadOnlyList<FileFault> Found)
{
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
        var states = new ConcurrentDictionary<string, Lazy<(StateFolder State, FileFault? Broken)>>();
        var found = files.AsParallel().AsOrdered().Select(file =>
        {
            var state = states.GetOrAdd(Path.GetDirectoryName(file)!, folder => new(() => Open(folder))).Value.State;
            return Of(Sheets.Open<ServiceDefinition>(file, Shown(file)), file, state);
        }).ToList();
        var broken = states.OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => state.Value.Value.Broken).OfType<FileFault>();
        return new(files.Count, [.. broken, .. found.SelectMany(faults => faults)]);
    }

    /// <summary>One text, with all that is wrong with it in a state's folder.</summary>
    public static Sheet<ServiceDefinition> Checked(ReadOnlySpan<byte> text, string file, StateFolder state)
    {
        var sheet = Sheets.Read<ServiceDefinition>(text, file);
        Of(sheet, file, state);
        return sheet;
    }

    public static Sheet<ServiceDefinition> Checked(string text, string file, StateFolder state) => Checked(Encoding.UTF8.GetBytes(text), file, state);

    static IReadOnlyList<FileFault> Of(Sheet<ServiceDefinition> sheet, string file, StateFolder state)
    {
        ServiceCheck.Run(sheet, state.Language);
        if (!sheet.IsReadable) return sheet.Faults.All;
        Filed(sheet, file, state);
        Renewed(sheet, state);
        if (state.Profile is { } profile) Found(sheet, [.. profile.Topics.Select(topic => topic.Code)]);
        if (state.Places is { } places) new OfficeCheck(sheet, places).Run();
        return sheet.Faults.All;
    }

    /// <summary>Its topics are those of the state, each once: a misspelt one would lead nobody there.</summary>
    static void Found(Sheet<ServiceDefinition> sheet, IReadOnlyList<string> known)
    {
        var topics = sheet.Value.Topics;
        for (var at = 0; at < topics.Count; at++)
            if (!known.Contains(topics[at])) sheet.Faults.Add(sheet.At(topics, at), $"{FileFaults.Quote(topics[at])} is no topic of this state", Nearest.Mend(topics[at], known));
            else if (topics.IndexOf(topics[at]) < at) sheet.Faults.Add(sheet.At(topics, at), $"{FileFaults.Quote(topics[at])} stands here twice", "keep one");
    }

    /// <summary>Services that renew or are renewed stand in the same folder.</summary>
    static void Renewed(Sheet<ServiceDefinition> sheet, StateFolder state)
    {
        // Of a thousand services few name another; the folder is read for those alone.
        if (sheet.Value is { Licence: null, Sanction: null } && !sheet.Value.Questions.Exists(question => question.Of.Count > 0)) return;
        var known = state.ServiceFiles.Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        if (sheet.Value.Licence is { RenewedBy.Length: > 0 } licence)
            sheet.Needs(known.Contains(licence.RenewedBy), licence, "renewed_by", $"{FileFaults.Quote(licence.RenewedBy)} is no service of this state", Nearest.Mend(licence.RenewedBy, known));
        if (sheet.Value.Sanction is { ProvedBy.Length: > 0 } sanction)
            sheet.Needs(known.Contains(sanction.ProvedBy), sanction, "proved_by", $"{FileFaults.Quote(sanction.ProvedBy)} is no service of this state", Nearest.Mend(sanction.ProvedBy, known));
        foreach (var question in sheet.Value.Questions)
            foreach (var (index, service) in question.Of.Index())
                if (!known.Contains(service)) sheet.Faults.Add(sheet.At(question.Of, index), $"{FileFaults.Quote(service)} is no service of this state", Nearest.Mend(service, known));
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

    // A state's own file that is broken is one more fault: its services are checked as far as they can be without it.
    static (StateFolder, FileFault?) Open(string folder)
    {
        try
        {
            return (StateFolder.Read(folder), null);
        }
        catch (DataFileException broken)
        {
            return (new(folder, null, null), new(Shown(broken.File), new((int)broken.Line, 1, 0), broken.Problem, "mend this line"));
        }
        catch (CannotStart broken)
        {
            return (new(folder, null, null), new(Shown(Path.Combine(folder, "places.yaml")), YamlPlace.Start, broken.Message.TrimEnd('.'), "offices were not checked"));
        }
    }

    /// <summary>As it is called from where somebody stands, which an editor opens; whole when it lies elsewhere.</summary>
    static string Shown(string file)
    {
        var near = Path.GetRelativePath(Directory.GetCurrentDirectory(), file);
        return near.StartsWith("..", StringComparison.Ordinal) ? file : near;
    }
}
