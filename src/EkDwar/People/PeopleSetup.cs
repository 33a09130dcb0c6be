using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace EkDwar.People;

/// <summary>Citizens and officials: accounts, persons, one-time codes, desk sign-in, sessions.</summary>
public static class PeopleSetup
{
    static readonly TimeSpan CitizenIdle = TimeSpan.FromMinutes(60), DeskIdle = TimeSpan.FromMinutes(30);

    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<Accounts>().AddScoped<OneTimeCodes>().AddScoped<SendSignInCode>().AddScoped<ConfirmSignInCode>().AddScoped<AddPerson>();
        services.AddSingleton<IPasswordHasher<Official>, PasswordHasher<Official>>();
        services.AddScoped<SignInToDesk>().AddScoped<OfficialLogins>();
        services.AddAuthentication()
            .AddCookie(CitizenSession.Scheme, options => Set(options, "ek-citizen", CitizenIdle))
            .AddCookie(DeskSession.Scheme, options => Set(options, "ek-desk", DeskIdle));
        services.AddAuthorization();
    }

    static void Set(CookieAuthenticationOptions options, string name, TimeSpan idle)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = idle;
        options.SlidingExpiration = true;
    }
}
