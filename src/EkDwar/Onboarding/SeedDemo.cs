using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Yaml;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Onboarding;

/// <summary>
/// Use case: brings each state's folder into the database: its services as published versions, its places, offices and
/// posts, and demo officials. What is there already stays; run again it does nothing.
/// </summary>
public sealed class SeedDemo(EkDwarDb db, DataFolders folders, PublishService publish, OfficialLogins logins, TimeProvider time)
{
    /// <summary>
    /// Reads and checks all before it writes anything. Throws <see cref="FaultyFilesException"/> with every fault of a state's
    /// services, or for its own files <see cref="DataFileException"/> or <see cref="CannotStart"/>.
    /// </summary>
    public async Task Run()
    {
        // What is published was checked, and is not read again at every start.
        var published = (await db.Set<ServiceVersion>().Select(version => version.Sha256).ToListAsync()).ToHashSet();
        var states = folders.States.Select(state => StateFolder.Read(Path.Combine(folders.Services, state))).ToList();
        var texts = states.ToDictionary(state => state, state => state.ServiceFiles.Select(file => (File: file, Text: File.ReadAllText(file)))
            .Where(service => !published.Contains(ServiceFile.Sha256(service.Text))).ToList());
        foreach (var (_, unpublished) in texts.Where(state => state.Value.Count > 0))
        {
            var found = CheckServices.Run([.. unpublished.Select(service => service.File)]);
            if (found.Faults > 0) throw new FaultyFilesException([.. found.Found.Where(fault => !fault.IsRemark)]);
        }
        foreach (var (state, unpublished) in texts)
        {
            foreach (var (file, text) in unpublished) await publish.Run(text, file, state);
            if (state.Places is { } places && !await db.Set<Place>().AnyAsync(place => place.State == state.Name)) await Seed(state.Name, places);
        }
    }

    async Task Seed(string state, StatePlaces rows)
    {
        var places = rows.Places.ToDictionary(row => row.Code, _ => Guid.CreateVersion7());
        db.AddRange(rows.Places.Select(row => new Place
        {
            PlaceId = places[row.Code], State = state, Code = row.Code, Kind = row.Kind, Names = row.Names, CensusCode = row.CensusCode,
            ParentId = row.Parent is null ? null : places[row.Parent],
        }));
        var posts = new Dictionary<string, Guid>();
        foreach (var row in rows.Offices)
        {
            var office = new Office { OfficeId = Guid.CreateVersion7(), State = state, Code = row.Code, Names = row.Names, PlaceId = places[row.Place] };
            db.Add(office);
            foreach (var post in row.Posts)
            {
                var id = posts[$"{row.Code}/{post.Designation}"] = Guid.CreateVersion7();
                db.Add(new Post { PostId = id, OfficeId = office.OfficeId, Designation = post.Designation, Names = post.Names });
            }
        }
        foreach (var row in rows.Officials)
        {
            var official = logins.New(row.Login, row.Names, DemoPassword);
            db.Add(official);
            db.AddRange(row.Holds.Select(post => new PostHolding
            {
                PostHoldingId = Guid.CreateVersion7(), PostId = posts[post], OfficialId = official.OfficialId, FromOn = time.Today().AddYears(-1),
            }));
        }
        await db.Save();
    }

    /// <summary>The password of every demo official; the seed runs in Development or when asked for by its verb.</summary>
    public const string DemoPassword = "ekdwar demo only";
}
