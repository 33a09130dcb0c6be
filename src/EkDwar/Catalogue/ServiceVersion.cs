using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Catalogue;

/// <summary>A published version of a service: its file's text for ever, and the text's SHA-256. The database refuses to change it.</summary>
public sealed class ServiceVersion : IEntityTypeConfiguration<ServiceVersion>
{
    public string State { get; init; } = "";
    public string ServiceId { get; init; } = "";
    public int Version { get; init; }
    public string Definition { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public DateOnly EffectiveOn { get; init; }
    public DateTime PublishedAt { get; init; }

    public void Configure(EntityTypeBuilder<ServiceVersion> builder) =>
        builder.ToTable("service_versions").HasKey(v => new { v.State, v.ServiceId, v.Version });
}
