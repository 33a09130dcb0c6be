using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Onboarding;

/// <summary>Use case, by command: the services in force leave the house as the files they came from, byte for byte, a folder for each state. It writes over nothing.</summary>
public sealed class ExportServices(EkDwarDb db, TimeProvider time)
{
    /// <returns>How many files were written.</returns>
    public async Task<int> Run(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new CannotStart("onboarding.export_not_empty", ("folder", folder));
        var today = time.Today();
        var inForce = await db.Set<ServiceVersion>().AsNoTracking().Where(version => version.EffectiveOn <= today
            && !db.Set<ServiceVersion>().Any(later => later.State == version.State && later.ServiceId == version.ServiceId && later.EffectiveOn <= today && later.Version > version.Version)).ToListAsync();
        foreach (var version in inForce)
        {
            Directory.CreateDirectory(Path.Combine(folder, version.State));
            await File.WriteAllTextAsync(Path.Combine(folder, version.State, version.ServiceId + ".yaml"), version.Definition);
        }
        return inForce.Count;
    }
}
