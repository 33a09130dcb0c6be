using System.Buffers.Binary;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.People.Desk;
using EkDwar.People.Staff;
using EkDwar.Tests.Processing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Attacks;

/// <summary>The password of an official: taken as it was typed, kept by a slow hash, good until it is changed.</summary>
public sealed class A_password : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    [Fact]
    public async Task of_any_signs_and_any_length_is_taken_to_the_letter()
    {
        var login = 0;
        foreach (var password in (string[])["aaaaaaaa", "  blanks around  ", "पासवर्ड माझा आहे ✓ 🌾", new string('x', 64), new string('क', 128)])
        {
            var name = $"somebody.{login++}";
            await house.Use(async (IServiceProvider services) =>
            {
                var db = services.GetRequiredService<EkDwarDb>();
                db.Add(services.GetRequiredService<OfficialLogins>().New(name, new() { ["mr"] = name }, password));
                await db.Save();
            });
            foreach (var wrong in (string[])[password.Trim() + " ", password.ToUpperInvariant() + "A", password[..^1], password + "x"]) Assert.False(await Enters(name, wrong), wrong);
            Assert.True(await Enters(name, password), password);
        }
    }

    async Task<bool> Enters(string login, string password)
    {
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var code = await house.AuthenticatorCode(login);
        return (await house.Use((SignInToDesk signIn) => signIn.Run(login, password, code))).IsDone;
    }

    [Fact]
    public void is_kept_by_a_slow_hash_with_a_salt()
    {
        house.Services.GetRequiredService<IWebHostEnvironment>().EnvironmentName = "Production";
        var hasher = house.Services.GetRequiredService<IPasswordHasher<Official>>();
        var (one, same) = (Convert.FromBase64String(hasher.HashPassword(new(), "the same")), Convert.FromBase64String(hasher.HashPassword(new(), "the same")));
        // Identity's third form: which HMAC, how many rounds, how long the salt; 2 is SHA-512.
        Assert.Equal((1, 2u), (one[0], BinaryPrimitives.ReadUInt32BigEndian(one.AsSpan(1))));
        // OWASP, Password Storage Cheat Sheet: 210,000 rounds with SHA-512.
        Assert.InRange(BinaryPrimitives.ReadUInt32BigEndian(one.AsSpan(5)), 210_000u, 5_000_000u);
        Assert.InRange(BinaryPrimitives.ReadUInt32BigEndian(one.AsSpan(9)), 16u, 64u);
        Assert.NotEqual(one, same);
    }

    [Fact]
    public async Task stays_good_for_years()
    {
        house.Clock.AdvanceDays(4 * 365);
        Assert.Equal("/desk/en/inbox", (await house.SignsIn(house.Browser(), "clerk.haveli")).Path);
    }

    [Fact]
    public async Task chosen_by_an_official_has_twelve_signs_and_more_and_is_not_what_everybody_tries()
    {
        var (admin, clerk, tahsildar) = (await house.Desk("administrator"), await house.Desk("clerk"), await house.Desk("tahsildar"));
        var first = (await house.Use((ReportLostFactors report) => report.Run(admin, clerk.OfficialId, new(null, null, "Estt/1")))).Value;
        var asked = await house.Db(db => db.Set<Enrolment>().AsNoTracking().SingleAsync());
        var second = (await house.Use((ConfirmLostFactors confirm) => confirm.Run(tahsildar, asked.EnrolmentId))).Value;
        var opened = (await house.Use((OpenEnrolment open) => open.Run("clerk.haveli", first, second))).Value!;
        var code = Totp.Code(opened.Secret, Totp.StepAt(house.Clock.GetUtcNow().UtcDateTime));
        async Task<string?> Chosen(string password) => (await house.Use((EnrolOfficial enrol) => enrol.Run(opened, new(password, password, code)))).Refusals.Select(refusal => refusal.Code).FirstOrDefault();
        foreach (var weak in (string[])["", "abcdefghijk", "aaaaaaaaaaaaaaaa", "clerk.haveli", "my clerk.haveli 7", new string('x', 129)]) Assert.Equal("people.enrol.password_weak", await Chosen(weak));
        foreach (var common in (string[])["abcdefghijkl", "Maharashtra@2026", "Welcome@Haveli1", "qwertyuiop12345", "justinbieber", "Password12345678"]) Assert.Equal("people.enrol.password_common", await Chosen(common));
        Assert.Null(await Chosen("neem tin chair monsoon"));
    }

    [Fact]
    public async Task is_typed_where_nobody_reads_it_and_a_manager_may_fill_it_in()
    {
        var field = (await house.Browser().Open("/desk/en/sign-in"))["input[name=password]"];
        Assert.Equal(("password", "current-password"), (field.GetAttribute("type"), field.GetAttribute("autocomplete")));
        Assert.False(field.HasAttribute("maxlength") || field.HasAttribute("onpaste") || field.HasAttribute("readonly"));
    }

    [Fact]
    public async Task has_no_question_or_hint_beside_it()
    {
        var page = await house.Browser().Open("/desk/en/sign-in");
        Assert.Equal(["ReturnUrl", "__RequestVerificationToken", "code", "login", "password"], page.Form().Names().Where(name => name.Length > 0).Order(StringComparer.Ordinal));
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
