namespace EkDwar.Cases;

/// <summary>Who did it, as the ledger says it: the applicant's side, somebody she lets act for her, a party asked for her consent, somebody asked to visit a place, a post (and the official holding it), or the system.</summary>
public sealed record Actor(string Kind, Guid? PostId = null, Guid? OfficialId = null)
{
    public static readonly Actor Applicant = new("applicant");
    public static readonly Actor Agent = new("agent");
    public static readonly Actor Party = new("party");
    public static readonly Actor Visitor = new("visitor");
    public static readonly Actor System = new("system");

    public static Actor Post(Guid postId, Guid officialId) => new("post", postId, officialId);
}
