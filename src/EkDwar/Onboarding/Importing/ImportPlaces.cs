using System.Security.Cryptography;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Yaml;
using EkDwar.Places;

namespace EkDwar.Onboarding.Importing;

/// <summary>What an import came to. With faults nothing was written, unless only the rows without one were asked for.</summary>
public sealed record ImportedPlaces(int Rows, int Added, int Changed, int Ended, IReadOnlyList<FileFault> Faults, bool IsWritten);

/// <summary>
/// Use case: a table of places comes into the house. All of it or nothing; what moved or was renamed becomes a change from its
/// day on; the same table again changes nothing. It makes no offices: the gap finder says where they are missing.
/// </summary>
public sealed class ImportPlaces(EkDwarDb db, PostDirectory directory, TimeProvider time)
{
    /// <param name="file">as faults call it</param>
    /// <param name="isRehearsal">says what would come of it and writes nothing</param>
    /// <param name="onlyValid">leaves out the rows that have a fault, and those that need them</param>
    public async Task<ImportedPlaces> Run(string state, string file, ReadOnlyMemory<byte> bytes, bool isRehearsal = false, bool onlyValid = false)
    {
        var table = PlacesTable.Read(bytes.Span, file);
        var tree = await PlaceTrees.Read(db, state);
        var plan = Plan(tree, table.Rows, table);
        // A row that is left out may be what another lies in.
        for (var taken = -1; onlyValid && taken != table.Valid.Count;)
        {
            taken = table.Valid.Count;
            plan = Plan(tree, table.Valid, table);
        }
        var (added, ended) = (plan.Changes.Count(change => change.Before is null), plan.Changes.Count(change => change.IsEnd));
        var found = new ImportedPlaces(table.Rows.Count, added, plan.Changes.Count - added - ended, ended, table.Faults, IsWritten: false);
        if (isRehearsal || (table.Faults.Count > 0 && !onlyValid)) return found;
        await PlacesWriter.Write(db, plan, tree, new()
        {
            PlaceImportId = Guid.CreateVersion7(), State = state, File = Path.GetFileName(file), Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            Added = added, Changed = found.Changed, Ended = ended, ImportedAt = time.UtcNow(),
        });
        await db.Save();
        directory.Forget();
        return found with { IsWritten = true };
    }

    PlacesPlan Plan(PlaceTree tree, IReadOnlyList<PlaceRow> rows, PlacesTable table) => PlacesPlan.Of(tree, rows, time.Today(), [], table.Fault);
}
