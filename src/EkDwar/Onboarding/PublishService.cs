using EkDwar.Catalogue;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Yaml;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Onboarding;

/// <summary>
/// Use case: a service file becomes a published version, for ever. The same text again does nothing; another text under
/// a version already published is refused, because cases may stand on it.
/// </summary>
public sealed class PublishService(EkDwarDb db, PublishedServices published, TimeProvider time)
{
    /// <summary>The service a text describes. Throws <see cref="FaultyFilesException"/> with every fault of one that no case could live by.</summary>
    public static ServiceDefinition Checked(string text, string file, StateFolder state)
    {
        var sheet = CheckServices.Checked(text, file, state);
        return sheet.Faults.Any ? throw new FaultyFilesException([.. sheet.Faults.All.Where(fault => !fault.IsRemark)]) : sheet.Value;
    }

    public async Task Run(string text, string file, StateFolder state)
    {
        var service = Checked(text, file, state);
        var sha256 = ServiceFile.Sha256(text);
        var existing = await db.Set<ServiceVersion>().AsNoTracking()
            .FirstOrDefaultAsync(v => v.State == service.State && v.ServiceId == service.Id && v.Version == service.Version);
        if (existing?.Sha256 == sha256) return;
        if (existing is not null) throw new CannotStart("onboarding.version_changed", ("service", service.Id), ("version", service.Version.ToString()));
        db.Add(new ServiceVersion
        {
            State = service.State, ServiceId = service.Id, Version = service.Version, Definition = text, Sha256 = sha256,
            EffectiveOn = service.EffectiveOn, PublishedAt = time.UtcNow(),
        });
        await db.Save();
        published.Forget();
    }
}
