using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace EkDwar.People;

/// <summary>Citizens and officials: accounts, persons, one-time codes, desk sign-in, sessions.</summary>
public static class PeopleSetup
{
    static readonly TimeSpan CitizenIdle = TimeSpan.FromMinutes(60), DeskIdle = TimeSpan.FromMinutes(30);

    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<Accounts>().AddScoped<OneTimeCodes>().AddScoped<SendSignInCode>().AddScoped<ConfirmSignInCode>().AddScoped<AddPerson>().AddSingleton<SignInTicket>();
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
        options.Events.OnRedirectToAccessDenied = options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(SignInAddress(context.Request));
            return Task.CompletedTask;
        };
    }

    // The sign-in page of the place one wanted to enter, in its language; then back to it.
    static string SignInAddress(HttpRequest request)
    {
        var parts = (request.Path.Value ?? "").Split('/', 4);
        var wanted = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "";
        return parts.Length < 3 ? "/" : $"/{parts[1]}/{parts[2]}/sign-in" + QueryString.Create("returnUrl", wanted);
    }
}
