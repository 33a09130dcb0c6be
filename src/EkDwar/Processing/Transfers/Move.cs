namespace EkDwar.Processing.Transfers;

/// <summary>Who shall hold a post from the day of a transfer on; nobody means that it stays vacant. Posts that are not named stay as they are.</summary>
public sealed record Move(Guid PostId, Guid? OfficialId)
{
    public const string Vacant = "vacant";

    /// <summary>As a form says it: nothing, "vacant", or an official. Null where the post stays as it is.</summary>
    public static Move? Of(Guid postId, string? typed) => typed == Vacant ? new(postId, null) : Guid.TryParse(typed, out var official) ? new(postId, official) : null;
}
