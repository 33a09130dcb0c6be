using EkDwar.Cases.Emergencies;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing.Emergencies;

/// <summary>Asking for a case in an emergency and answering, through the real use cases.</summary>
static class Emergency
{
    public const string Words = "पूर आला आहे, आदेश क्र. 12/2026.";

    /// <summary>The session of whoever holds this post.</summary>
    public static Task<DeskSession> At(this TestHouse house, string office, string designation) => house.Db(async db => await (
        from at in db.Set<Office>()
        where at.Code == office
        join post in db.Set<Post>() on at.OfficeId equals post.OfficeId
        where post.Designation == designation
        join holding in db.Set<PostHolding>() on post.PostId equals holding.PostId
        select new DeskSession(holding.OfficialId, post.PostId) { SinceProof = TimeSpan.Zero }).FirstAsync());

    public static Task<Outcome<Guid>> Asks(this TestHouse house, DeskSession who, string reference, string reason = "disaster", string words = Words) =>
        house.Use((AskInEmergency ask) => ask.Run(who, reference, reason, words));

    public static Task<Outcome<EmergencyStatus>> Answers(this TestHouse house, DeskSession who, Guid request, bool isAllowed = true) =>
        house.Use((AnswerEmergency answer) => answer.Run(who, request, isAllowed));

    public static async Task<bool> Opens(this TestHouse house, DeskSession who, Guid request) => (await house.Use((LookInEmergency look) => look.Run(who, request, "case"))).IsDone;

    public static string Refused<T>(this Outcome<T> outcome) => Assert.Single(outcome.Refusals).Code;
}
