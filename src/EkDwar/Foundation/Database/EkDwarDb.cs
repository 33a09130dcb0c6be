using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EkDwar.Foundation.Database;

/// <summary>
/// The one DbContext. Rooms map their own tables, in the same file as the record (IEntityTypeConfiguration).
/// It has no sets of its own: use <c>db.Set&lt;Case&gt;()</c>.
/// </summary>
public sealed class EkDwarDb(DbContextOptions<EkDwarDb> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcMicroseconds>();
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(EkDwarDb).Assembly);
        foreach (var entity in model.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.Of(property.Name));
                if (property.Name == "Version") property.IsConcurrencyToken = true;
            }
    }

    /// <summary>
    /// Writes everything in one transaction. False: somebody else changed the same rows, or wrote the same key, first;
    /// nothing was written. It takes no cancellation token on purpose: Npgsql reports success for a commit whose
    /// replication wait was cancelled. Throws <see cref="OutcomeUnknown"/> when the engine could not say.
    /// </summary>
    public async Task<bool> TrySave()
    {
        // Looked for once; the save would look again.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            BumpVersions();
            await SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException e) when (e.InnerException is DbException inner && Engines.IsDuplicateKey(inner))
        {
            return false;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
        OutcomeUnknown.ThrowIfNoticed(this);
        return true;
    }

    /// <summary>As <see cref="TrySave"/>, where a conflict would be a bug.</summary>
    public async Task Save()
    {
        if (!await TrySave()) throw new InvalidOperationException("these rows were changed by somebody else");
    }

    void BumpVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
            if (entry.State == EntityState.Modified && VersionOf(entry) is { } version)
                version.CurrentValue = (long)version.OriginalValue! + 1;
    }

    static PropertyEntry? VersionOf(EntityEntry entry) =>
        entry.Metadata.FindProperty("Version") is { } property ? entry.Property(property) : null;
}
