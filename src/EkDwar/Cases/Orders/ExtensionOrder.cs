using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Orders;

/// <summary>
/// A government's order that takes the days of a period out of the limits of an area's cases, for a kind the act lists. It moves
/// nothing by itself: each date it moves is an entry of that case's ledger.
/// </summary>
public sealed class ExtensionOrder : IEntityTypeConfiguration<ExtensionOrder>
{
    public Guid ExtensionOrderId { get; init; }
    public string State { get; init; } = "";

    /// <summary>The order's own number, by which it is known again.</summary>
    public string Number { get; init; } = "";
    public string Kind { get; init; } = "";
    public DateOnly GivenOn { get; init; }

    /// <summary>Where it holds: this place and all that lies in it.</summary>
    public Guid PlaceId { get; init; }

    /// <summary>The ids of the services it is about, one after the other; empty where it is about all.</summary>
    public string Services { get; init; } = "";
    public DateOnly FromOn { get; init; }
    public DateOnly UntilOn { get; init; }

    /// <summary>The last day of it, where it was ended early; before the first where it was taken back altogether.</summary>
    public DateOnly? EndedAfterOn { get; set; }
    public DateTime RecordedAt { get; init; }

    /// <summary>The last day whose count it changes.</summary>
    public DateOnly LastOn => EndedAfterOn ?? UntilOn;

    public bool IsAbout(string serviceId) => Services.Length == 0 || Services.Split(' ').Contains(serviceId);

    public void Configure(EntityTypeBuilder<ExtensionOrder> builder)
    {
        builder.ToTable("extension_orders").HasKey(order => order.ExtensionOrderId);
        builder.HasOne<Place>().WithMany().HasForeignKey(order => order.PlaceId);
        builder.Ignore(order => order.LastOn);
    }
}
