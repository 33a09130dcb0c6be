using EkDwar.Foundation;
using EkDwar.Foundation.Clearing;
using EkDwar.Foundation.Web;
using EkDwar.People.Delegating;
using EkDwar.People.Desk;
using EkDwar.People.Proving;
using EkDwar.People.SignIns;
using EkDwar.People.SignOn;
using EkDwar.People.SignOn.Emulator;
using EkDwar.People.ByName;
using EkDwar.People.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace EkDwar.People;

/// <summary>Citizens and officials: accounts, persons, one-time codes, desk sign-in with password, passkey or a state's own sign-on, sessions and their end.</summary>
public static class PeopleSetup
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<Accounts>().AddSingleton<CodeChannels>().AddScoped<OneTimeCodes>().AddScoped<IKeptForAWhile, OldCodes>().AddScoped<SendSignInCode>().AddScoped<ConfirmSignInCode>().AddScoped<AddPerson>().AddSingleton<SignInTicket>();
        services.AddSingleton<IPasswordHasher<Official>, PasswordHasher<Official>>();
        // OWASP, Password Storage Cheat Sheet: PBKDF2 with SHA-512, 210,000 rounds. The demo's many officials have one password that everybody knows.
        services.AddOptions<PasswordHasherOptions>().Configure<IWebHostEnvironment>((options, house) => options.IterationCount = house.IsDevelopment() ? 100_000 : 210_000);
        services.AddScoped<SignInToDesk>().AddScoped<OfficialLogins>().AddScoped<ChangePassword>().AddSingleton<PostTicket>();
        services.AddPasskeys();
        services.AddSignOn();
        services.AddProving();
        services.AddStaff();
        services.AddScoped<OwnDesks>().AddScoped<DelegatePost>().AddScoped<TakeBackDelegation>();
        services.AddAuthentication()
            .AddCookie(CitizenSession.Scheme, options =>
            {
                Set(options, "ek-citizen", CitizenSession.Idle);
                SignInSetup.Watch(options, IsGoingOn);
                SessionLimit.Bound(options, IsGoingOn);
            })
            .AddCookie(DeskSession.Scheme, options =>
            {
                Set(options, "ek-desk", DeskSession.Idle);
                DeskSessionSetup.Watch(options);
                SignInSetup.Watch(options, _ => false);
                SessionLimit.Bound(options, _ => false);
            });
        services.AddSingleton<RecentSignIns>().AddScoped<SignInBook>().AddScoped<EndSignIn>().AddScoped<EndOtherSignIns>();
        services.AddAuthorization();
    }

    // Saying who of the family she is proves nothing anew.
    static bool IsGoingOn(CookieSigningInContext signingIn) => signingIn.Principal is { } who && CitizenSession.Of(who)?.PersonId is not null;

    public static void MapPeople(this WebApplication app)
    {
        app.MapSession();
        app.MapOpenIdEmulator();
    }

    // Identity's own judge of passkeys over our own tables; nothing else of Identity is used.
    static void AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton(provider => PasskeySite.Of(provider.GetRequiredService<Settings>().PublicUrl));
        services.AddOptions<IdentityPasskeyOptions>().Configure<PasskeySite>((options, site) =>
        {
            options.ServerDomain = site.Domain;
            options.ValidateOrigin = asked => ValueTask.FromResult(site.Is(asked));
            options.UserVerificationRequirement = options.ResidentKeyRequirement = "required";
        });
        services.AddIdentityCore<Official>();
        services.AddScoped<PasskeyStore>().AddScoped<IUserStore<Official>>(provider => provider.GetRequiredService<PasskeyStore>());
        services.AddScoped<IPasskeyHandler<Official>, PasskeyHandler<Official>>().AddScoped<PasskeyCeremony<Official>>();
        services.AddScoped<PasskeyChallenges>().AddScoped<SignInWithPasskey>().AddScoped<AddPasskey>().AddScoped<RemovePasskey>();
    }

    static void AddStaff(this IServiceCollection services) => services
        .AddScoped<StaffDesk>().AddScoped<Enrolments>().AddSingleton<EnrolmentTicket>().AddScoped<StaffBook>().AddScoped<FindOfficials>()
        .AddScoped<RelieveOfficial>().AddScoped<JoinPost>().AddScoped<GiveCharge>().AddScoped<GrantLeave>().AddScoped<EndLeave>()
        .AddScoped<AppointOfficial>().AddScoped<ReportLostFactors>().AddScoped<ConfirmLostFactors>().AddScoped<KeepFactors>().AddScoped<OpenEnrolment>().AddScoped<SignOutOfficial>().AddScoped<EnrolOfficial>();

    static void Set(CookieAuthenticationOptions options, string name, TimeSpan idle)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = idle;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToAccessDenied = options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(SessionEndSetup.SignInAddress(context.HttpContext));
            return Task.CompletedTask;
        };
    }
}
