using System.Net;
using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Attacks;

/// <summary>References and one-time codes tried out in great number: nothing is found, every answer is the same, and codes are soon not even compared.</summary>
public sealed class Guessing : IAsyncLifetime
{
    const string Mobile = "9400000009";

    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    [Fact]
    public async Task of_a_hundred_thousand_references_finds_none()
    {
        var real = await house.Case().Submitted();
        var guesses = Enumerable.Range(0, 100_000).Select(_ => CaseReference.New("MH").CaseId).ToList();
        Assert.Equal(100_000, guesses.Distinct().Count());
        // The table itself is asked, as every door of the house asks it; among the guesses the real one would be found.
        var found = new List<long>();
        foreach (var some in guesses.Append(real.CaseId).Chunk(1_000)) found.AddRange(await house.Db(db => db.Set<Case>().Where(c => some.Contains(c.CaseId)).Select(c => c.CaseId).ToListAsync()));
        Assert.Equal([real.CaseId], found);
    }

    [Fact]
    public async Task of_a_reference_is_answered_alike_whether_there_is_one_or_not()
    {
        var real = await house.Case().Submitted();
        var page = await house.Browser().Open("/mh/en/track");
        async Task<(HttpStatusCode, string)> Asked(CaseReference reference)
        {
            var answer = await page.Form().With("reference", reference.ToString()).Press();
            return (answer.Status, answer.Text.Replace(reference.ToString(), "", StringComparison.Ordinal));
        }
        var known = await Asked(real.Reference);
        var codes = await house.Db(db => db.Set<OneTimeCode>().CountAsync());
        for (var guess = 0; guess < 100; guess++) Assert.Equal(known, await Asked(CaseReference.New("MH")));
        // Asked for again at once, the real one sends no second message, and says no other word.
        Assert.Equal(known, await Asked(real.Reference));
        Assert.Equal(codes, await house.Db(db => db.Set<OneTimeCode>().CountAsync()));
    }

    [Fact]
    public async Task of_a_code_ends_after_twenty_five_tries_an_hour()
    {
        Assert.True(PhoneNumber.TryParse(Mobile, out var number));
        var (compared, sent) = (0, 0);
        for (var minute = 0; minute < 60; minute++)
        {
            if ((await house.Use((SendSignInCode send) => send.Run(Mobile, "mr"))).IsDone) sent++;
            var codes = (await Codes()).Select(code => code.Code).ToHashSet();
            for (var tries = 0; tries < 10; tries++)
            {
                var guess = Enumerable.Range(0, 1_000_000).Select(n => n.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)).First(n => !codes.Contains(n));
                var answer = await house.Use((ConfirmSignInCode confirm) => confirm.Run(number, guess));
                if (answer.Refusals[0].Code == "people.code_wrong") compared++;
            }
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(5, sent);
        Assert.InRange(compared, 5, 25);
    }

    [Fact]
    public async Task of_a_code_that_was_used_finds_none()
    {
        var (number, code) = await Sent();
        Assert.True((await house.Use((ConfirmSignInCode confirm) => confirm.Run(number, code))).IsDone);
        Assert.Equal("people.code_expired", Assert.Single((await house.Use((ConfirmSignInCode confirm) => confirm.Run(number, code))).Refusals).Code);
    }

    async Task<(PhoneNumber, string)> Sent()
    {
        Assert.True(PhoneNumber.TryParse(Mobile, out var number));
        Assert.True((await house.Use((SendSignInCode send) => send.Run(Mobile, "mr"))).IsDone);
        return (number, (await Codes())[^1].Code);
    }

    Task<List<SealedCode>> Codes() => Codes(house);

    internal static async Task<List<SealedCode>> Codes(TestHouse house)
    {
        var master = house.Services.GetRequiredService<MasterKey>();
        var bodies = await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == OneTimeCodes.OutboxKind).OrderBy(message => message.Id).Select(message => message.Body).ToListAsync());
        return bodies.ConvertAll(body => SealedCode.Open(body, master));
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}

/// <summary>What a one-time code is: drawn evenly, kept unreadable, short-lived, and for one thing.</summary>
public sealed class A_one_time_code : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    [Fact]
    public async Task has_six_digits_that_are_evenly_drawn()
    {
        for (var number = 0; number < 300; number++) Assert.True((await house.Use((SendSignInCode send) => send.Run($"98{number:D8}", "mr"))).IsDone);
        var codes = (await Guessing.Codes(house)).ConvertAll(code => code.Code);
        Assert.All(codes, code => Assert.Matches("^[0-9]{6}$", code));
        // Each of the ten at each place: that one is missing has a chance of less than one in a trillion.
        for (var place = 0; place < 6; place++) Assert.Equal(10, codes.Select(code => code[place]).Distinct().Count());
    }

    [Fact]
    public async Task is_kept_as_a_keyed_hash_only()
    {
        Assert.True((await house.Use((SendSignInCode send) => send.Run("9400000009", "mr"))).IsDone);
        var code = (await Guessing.Codes(house)).Single().Code;
        var row = await house.Db(db => db.Set<OneTimeCode>().AsNoTracking().SingleAsync());
        var body = await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == OneTimeCodes.OutboxKind).Select(message => message.Body).SingleAsync());
        // Thirty-two bytes, in base64url.
        Assert.Equal(43, row.CodeHash.Length);
        Assert.NotEqual(System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code))), row.CodeHash);
        foreach (var told in (string[])[code, "9400000009"]) Assert.DoesNotContain(told, $"{row.MobileHash} {row.Purpose} {body}");
    }

    [Fact]
    public async Task ends_after_ten_minutes()
    {
        Assert.True(PhoneNumber.TryParse("9400000009", out var number));
        Assert.True((await house.Use((SendSignInCode send) => send.Run("9400000009", "mr"))).IsDone);
        var code = (await Guessing.Codes(house)).Single().Code;
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("people.code_expired", Assert.Single((await house.Use((ConfirmSignInCode confirm) => confirm.Run(number, code))).Refusals).Code);
    }

    [Fact]
    public async Task opens_nothing_it_was_not_asked_for()
    {
        var (mine, other) = (await house.Case().Submitted(), await house.Case().Submitted());
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await house.Use((SendSignInCode send) => send.Run(mine.Citizen.Mobile, "mr"))).IsDone);
        var code = (await Guessing.Codes(house))[^1].Code;
        foreach (var c in (TestCase[])[mine, other])
            Assert.Equal("people.code_wrong", Assert.Single((await house.Use((TrackCase track) => track.ByCode(c.Reference, code))).Refusals).Code);
        Assert.True(PhoneNumber.TryParse(other.Citizen.Mobile, out var another));
        Assert.False((await house.Use((ConfirmSignInCode confirm) => confirm.Run(another, code))).IsDone);
        Assert.True(PhoneNumber.TryParse(mine.Citizen.Mobile, out var number));
        Assert.True((await house.Use((ConfirmSignInCode confirm) => confirm.Run(number, code))).IsDone);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
