using EkDwar.Catalogue;
using EkDwar.Catalogue.Checks;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Onboarding;

/// <summary>
/// Whether there is somebody for every case of a service: for each place its applicants can name, an office, and in it the
/// post of every stage and the designated officer. Appellate authorities sit higher up: anywhere in the state will do.
/// </summary>
sealed class OfficeCheck(Sheet<ServiceDefinition> sheet, Responsible responsible)
{
    readonly ServiceDefinition service = sheet.Value;

    public void Run()
    {
        foreach (var question in service.Questions.Where(question => question is { Type: "place" or "land_parcel", Within.Length: > 0 })) Offered(question);
        foreach (var (owner, officers) in Officers)
        {
            Appealed(owner, "first_appellate", officers.FirstAppellate);
            Appealed(owner, "second_appellate", officers.SecondAppellate);
        }
        if (service.Questions.Find(question => question.Id == service.ServedBy.Question) is not { Type: "place" } asked) return;
        if (service.ServedBy.PlaceKind.Find(kind => !responsible.Kinds.Contains(kind)) is { } missing
            && !sheet.Needs(missing == "", service.ServedBy, "place_kind", $"no place is a {FileFaults.Quote(missing)}", $"{Nearest.Mend(missing, responsible.Kinds)}")) return;
        Reached(asked);
        // One fault for all offices alike: what a file lacks, it lacks in each.
        foreach (var alike in responsible.Gaps(service).GroupBy(gap => (gap.Kind, gap.Post?.Owner, gap.Post?.Key, gap.Post?.Designation))) Tell(asked, [.. alike]);
    }

    /// <summary>The officers a case may have, and where the file names them.</summary>
    IEnumerable<(object Owner, Officers Officers)> Officers =>
        service.Officers.Slabs.Select(slab => ((object)slab, slab.Officers)).Prepend((service.Officers, service.Officers.Officers));

    /// <summary>Of several kinds of body, each has some place that one may choose: else what the file says of it is said of nobody.</summary>
    void Reached(Question asked)
    {
        var kinds = service.ServedBy.PlaceKind;
        if (kinds.Count < 2) return;
        var reached = responsible.Choices(asked).Select(place => responsible.Day.KindServing(place, kinds)).ToHashSet();
        foreach (var (at, kind) in kinds.Index())
            if (!reached.Contains(kind)) sheet.Faults.Add(sheet.At(kinds, at), $"none of the places of '{asked.Id}' belongs to a {FileFaults.Quote(kind)}", "ask 'within' a larger place, add places of it to places.yaml, or take it out");
    }

    void Offered(Question question)
    {
        if (!sheet.Needs(responsible.Day.Has(question.Within), question, "within", $"{FileFaults.Quote(question.Within)} is not a place of this state", $"{Nearest.Mend(question.Within, [.. responsible.Day.Codes])}")) return;
        if (!sheet.Needs(question.PlaceKind == "" || responsible.Kinds.Contains(question.PlaceKind), question, "place_kind", $"no place is a {FileFaults.Quote(question.PlaceKind)}", $"{Nearest.Mend(question.PlaceKind, responsible.Kinds)}")) return;
        sheet.Needs(responsible.Choices(question).Any(), question, "within", $"no place lies within {FileFaults.Quote(question.Within)}, so nothing can be chosen", "name a larger place, or add places to places.yaml");
        foreach (var kind in CertificateCheck.KindsOf(service, question.Id).Where(kind => !responsible.Kinds.Contains(kind)))
            sheet.Needs(false, service.Certificate, "paragraph", $"no place is a {FileFaults.Quote(kind)}, which the certificate names", Nearest.Mend(kind, responsible.Kinds));
    }

    void Tell(Question asked, IReadOnlyList<ServiceGap> gaps)
    {
        var (gap, more) = (gaps[0], gaps.Count > 1 ? $", nor {gaps.Count - 1} more" : "");
        switch (gap.Kind)
        {
            case GapKind.OutsideKind:
                sheet.Needs(false, service.ServedBy, "place_kind", $"'{asked.Id}' offers places that lie in no {FileFaults.Quote(string.Join(" or ", service.ServedBy.PlaceKind))}", $"write one of {string.Join(", ", responsible.Kinds)}, or mend the parents in places.yaml");
                break;
            case GapKind.NoOffice:
                sheet.Faults.Add(sheet.At(service.ServedBy, "place_kind"), $"nobody serves {FileFaults.Quote(gap.Where)}, where '{asked.Id}' can lead{more}", "add its office to places.yaml, or ask 'within' a smaller place");
                break;
            default:
                var posts = responsible.PostsOf(gap.Where).ToList();
                var mend = Nearest.To(gap.Post!.Designation, posts) is { } meant ? $"write '{meant}', or add the post there in places.yaml" : "add the post there in places.yaml";
                sheet.Faults.Add(sheet.At(gap.Post.Owner, gap.Post.Key), $"the office {FileFaults.Quote(gap.Where)} has no {FileFaults.Quote(gap.Post.Designation)}{more}", mend);
                break;
        }
    }

    void Appealed(object owner, string key, string designation)
    {
        if (designation == "") return;
        sheet.Needs(responsible.Designations.Contains(designation), owner, key, $"no office of the state has a {FileFaults.Quote(designation)}", Nearest.To(designation, responsible.Designations) is { } meant ? $"write '{meant}'" : "add the post to an office in places.yaml");
    }
}
