using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Onboarding;

/// <summary>
/// Whether there is somebody for every case of a service: for each place its applicants can name, an office, and in it the
/// post of every stage and the designated officer. Appellate authorities sit higher up: anywhere in the state will do.
/// </summary>
sealed class OfficeCheck(Sheet<ServiceDefinition> sheet, StatePlaces places)
{
    readonly ServiceDefinition service = sheet.Value;
    readonly Dictionary<string, PlaceRow> byCode = places.Places.DistinctBy(place => place.Code).ToDictionary(place => place.Code);

    public void Run()
    {
        foreach (var question in service.Questions.Where(question => question is { Type: "place" or "land_parcel", Within.Length: > 0 })) Offered(question);
        foreach (var (owner, officers) in Officers)
        {
            Appealed(owner, "first_appellate", officers.FirstAppellate);
            Appealed(owner, "second_appellate", officers.SecondAppellate);
        }
        if (service.Questions.Find(question => question.Id == service.ServedBy.Question) is not { Type: "place" } asked) return;
        if (!sheet.Needs(service.ServedBy.PlaceKind == "" || places.Places.Exists(place => place.Kind == service.ServedBy.PlaceKind), service.ServedBy, "place_kind",
            $"no place is a {FileFaults.Quote(service.ServedBy.PlaceKind)}", Nearest.Mend(service.ServedBy.PlaceKind, Kinds))) return;
        foreach (var served in Choices(asked).Select(Served).Distinct().ToList()) Staffed(asked, served);
    }

    /// <summary>The officers a case may have, and where the file names them.</summary>
    IEnumerable<(object Owner, Officers Officers)> Officers =>
        service.Officers.Slabs.Select(slab => ((object)slab, slab.Officers)).Prepend((service.Officers, service.Officers.Officers));

    List<string> Kinds => [.. places.Places.Select(place => place.Kind).Distinct()];

    void Offered(Question question)
    {
        if (!sheet.Needs(byCode.ContainsKey(question.Within), question, "within", $"{FileFaults.Quote(question.Within)} is not a place of this state", Nearest.Mend(question.Within, byCode.Keys))) return;
        sheet.Needs(Choices(question).Any(), question, "within", $"no place lies within {FileFaults.Quote(question.Within)}, so nothing can be chosen", "name a larger place, or add places to places.yaml");
        sheet.Needs(question.PlaceKind == "" || Kinds.Contains(question.PlaceKind), question, "place_kind", $"no place is a {FileFaults.Quote(question.PlaceKind)}", Nearest.Mend(question.PlaceKind, Kinds));
    }

    /// <summary>The places an applicant may choose: all that lie within the named one, as the question offers them.</summary>
    IEnumerable<PlaceRow> Choices(Question question) => places.Places.Where(place => place.Code.StartsWith(question.Within + ".", StringComparison.Ordinal));

    /// <summary>The place of the kind that is served in which this one lies; null when in none.</summary>
    PlaceRow? Served(PlaceRow place)
    {
        var at = place;
        // A place lies in fewer places than there are: a ring of parents is no way out.
        for (var steps = 0; at is not null && at.Kind != service.ServedBy.PlaceKind && steps < byCode.Count; steps++) at = at.Parent is { } parent ? byCode.GetValueOrDefault(parent) : null;
        return at?.Kind == service.ServedBy.PlaceKind ? at : null;
    }

    void Staffed(Question asked, PlaceRow? served)
    {
        var kind = FileFaults.Quote(service.ServedBy.PlaceKind);
        if (!sheet.Needs(served is not null, service.ServedBy, "place_kind", $"'{asked.Id}' offers places that lie in no {kind}", $"write one of {string.Join(", ", Kinds)}, or mend the parents in places.yaml")) return;
        // As at the desk: of several offices in one place the first serves.
        if (places.Offices.Find(office => office.Place == served!.Code) is not { } office)
        {
            sheet.Faults.Add(sheet.At(service.ServedBy, "place_kind"), $"nobody serves {FileFaults.Quote(served!.Code)}, where '{asked.Id}' can lead", "add its office to places.yaml, or ask 'within' a smaller place");
            return;
        }
        var posts = office.Posts.Select(post => post.Designation).ToList();
        foreach (var stage in service.Stages.Where(stage => stage.Post != "")) Posted(stage, "post", stage.Post, office, posts);
        if (service.Fee.Cashier != "") Posted(service.Fee, "cashier", service.Fee.Cashier, office, posts);
        foreach (var need in (service.Sanction?.Instalments ?? []).Select(part => part.Needs).OfType<InstalmentNeed>().Where(need => need.Post != "")) Posted(need, "post", need.Post, office, posts);
        foreach (var (owner, officers) in Officers.Where(one => one.Officers.Designated != "")) Posted(owner, "designated", officers.Designated, office, posts);
    }

    void Posted(object owner, string key, string designation, OfficeRow office, List<string> posts)
    {
        if (posts.Contains(designation)) return;
        var mend = Nearest.To(designation, posts) is { } meant ? $"write '{meant}', or add the post there in places.yaml" : "add the post there in places.yaml";
        sheet.Faults.Add(sheet.At(owner, key), $"the office {FileFaults.Quote(office.Code)} has no {FileFaults.Quote(designation)}", mend);
    }

    void Appealed(object owner, string key, string designation)
    {
        if (designation == "") return;
        var posts = places.Offices.SelectMany(office => office.Posts).Select(post => post.Designation).Distinct().ToList();
        sheet.Needs(posts.Contains(designation), owner, key, $"no office of the state has a {FileFaults.Quote(designation)}", Nearest.To(designation, posts) is { } meant ? $"write '{meant}'" : "add the post to an office in places.yaml");
    }
}
