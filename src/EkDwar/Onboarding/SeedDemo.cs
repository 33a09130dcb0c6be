using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Yaml;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Onboarding;

/// <summary>
/// Use case: brings each state's folder into the database: its services as published versions, its places, offices and
/// posts, and demo officials. What is there already stays as it is; what is new is added.
/// </summary>
public sealed class SeedDemo(EkDwarDb db, DataFolders folders, PublishService publish, SeedPlaces seed)
{
    /// <summary>
    /// Reads all that will be brought in and writes nothing. What is published already was checked then, and is not checked
    /// again. Throws <see cref="FaultyFilesException"/> with every fault of a state's own files, or else of its services.
    /// </summary>
    public static async Task Check(EkDwarDb db, Migrations migrations, DataFolders folders)
    {
        var isMade = await migrations.IsMade();
        foreach (var state in folders.States.Select(state => Folder(folders, state)))
        {
            var found = CheckServices.Run([.. (isMade ? await Unpublished(db, state) : Texts(state)).Select(service => service.File)]);
            if (found.Faults > 0) throw new FaultyFilesException([.. found.Found.Where(fault => !fault.IsRemark)]);
        }
    }

    static StateFolder Folder(DataFolders folders, string state)
    {
        var read = StateFolder.Read(Path.Combine(folders.Services, state));
        return read.Faults.Count == 0 ? read : throw new FaultyFilesException(read.Faults);
    }

    static async Task<IReadOnlyList<(string File, string Text)>> Unpublished(EkDwarDb db, StateFolder state)
    {
        var published = (await db.Set<ServiceVersion>().Where(version => version.State == state.Name).Select(version => version.Sha256).ToListAsync()).ToHashSet();
        return [.. Texts(state).Where(service => !published.Contains(ServiceFile.Sha256(service.Text)))];
    }

    static IEnumerable<(string File, string Text)> Texts(StateFolder state) => state.ServiceFiles.Select(file => (file, File.ReadAllText(file)));

    public async Task Run()
    {
        foreach (var state in folders.States.Select(state => Folder(folders, state)))
        {
            foreach (var (file, text) in await Unpublished(db, state)) await publish.Run(text, file, state);
            if (state.Places is { } places) await seed.Run(state.Name, places);
        }
    }

    /// <summary>The password of every demo official; the seed runs in Development or when asked for by its verb.</summary>
    public const string DemoPassword = "ekdwar demo only";
}
