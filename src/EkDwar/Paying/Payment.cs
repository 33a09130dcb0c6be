using EkDwar.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Paying;

/// <summary>Where an attempt to pay stands, as the gateway's word has it and nobody else's.</summary>
public enum PaymentStatus
{
    /// <summary>Noted here; the gateway was not reached, or its answer was lost.</summary>
    Created,

    /// <summary>The gateway has a page on which it can be paid.</summary>
    Pending,

    /// <summary>The gateway took exactly the amount.</summary>
    Succeeded,

    /// <summary>That page is closed and nothing was taken. A late word that it was paid after all still counts.</summary>
    Failed,

    /// <summary>Another amount or currency was taken, or the gateway could not say in time: a person must look.</summary>
    Unknown,

    /// <summary>A person looked, and what had come goes back.</summary>
    GivenBack,

    /// <summary>Noted at an office by mistake, and taken out again by an opposite entry.</summary>
    Reversed,
}

/// <summary>
/// By what a fee was paid: on the gateway's page, by the gateway's QR code for UPI apps, or at an office. A challan went to
/// the treasury by the payer's own hand; the office holds none of it.
/// </summary>
public enum PaymentMeans { Online, Upi, Cash, DemandDraft, Challan }

/// <summary>
/// One attempt to pay a case's fee at the gateway, on its page or by its QR code: created → pending → succeeded, failed or unknown; or a fee handed in at
/// an office, which has succeeded when it is noted. What the money did stands in the postings.
/// </summary>
public sealed class Payment : IEntityTypeConfiguration<Payment>
{
    public long CaseId { get; init; }
    public int Seq { get; init; }
    public PaymentStatus Status { get; set; }
    public long AmountMinor { get; init; }

    /// <summary>The gateway's id of its page or code, and the address of the page, or of the code's picture.</summary>
    public string? LinkId { get; set; }
    public string? LinkUrl { get; set; }

    /// <summary>What the gateway's code says to a UPI app, and a link on the same device; null of a page, and where the gateway tells only the picture.</summary>
    public string? UpiLink { get; set; }

    /// <summary>The gateway's id of the order its page made for the money it took.</summary>
    public string? OrderId { get; set; }

    /// <summary>The gateway's id of the money it took.</summary>
    public string? GatewayPaymentId { get; set; }

    /// <summary>What the gateway took, where it was not what was asked for.</summary>
    public long? TakenMinor { get; set; }
    public string? TakenCurrency { get; set; }
    public PaymentMeans Means { get; init; }

    /// <summary>Whether the gateway took it or may, and not an office.</summary>
    public bool IsAtGateway => Means is PaymentMeans.Online or PaymentMeans.Upi;

    /// <summary>Of what was handed in at an office: the number and the day on the draft or challan, or on the office's own receipt.</summary>
    public string? InstrumentNo { get; init; }
    public DateOnly? InstrumentOn { get; init; }
    public DateTime BegunAt { get; init; }
    public DateTime? EndedAt { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments").HasKey(payment => new { payment.CaseId, payment.Seq });
        builder.HasOne<Case>().WithMany().HasForeignKey(payment => payment.CaseId);
    }
}

/// <summary>A call-back of the gateway that was verified, under the gateway's own id of it: come again, it is known. Never changed.</summary>
public sealed class PaymentEvent : IEntityTypeConfiguration<PaymentEvent>
{
    public long CaseId { get; init; }
    public string EventId { get; init; } = "";
    public int PaymentSeq { get; init; }
    public string Kind { get; init; } = "";
    public DateTime At { get; init; }

    public void Configure(EntityTypeBuilder<PaymentEvent> builder)
    {
        builder.ToTable("payment_events").HasKey(told => new { told.CaseId, told.EventId });
        builder.HasOne<Payment>().WithMany().HasForeignKey(told => new { told.CaseId, told.PaymentSeq });
    }
}
