using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Cases.Registers;
using EkDwar.Catalogue;
using EkDwar.Deadlines;
using EkDwar.Deciding;
using EkDwar.Delivering;
using EkDwar.Design;
using EkDwar.Finding;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Notifying;
using EkDwar.Notifying.Sms;
using EkDwar.Onboarding;
using EkDwar.Paying;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing;

namespace EkDwar;

/// <summary>The rooms in the order a case meets them. Reads as the table of contents of the product.</summary>
public static class House
{
    public static void AddRooms(this IServiceCollection services, Settings settings)
    {
        services.AddFoundation(settings);
        var states = StateProfiles.Read(settings.Folders);
        services.AddDesign(states.Select(state =>
            new StateFace(state.Code, state.Government, state.Ownership, state.Helpline, LanguageCode.Parse(state.Language))));

        services.AddFinding();
        services.AddApplying();
        services.AddPaying();
        services.AddProcessing();
        services.AddDeciding();
        services.AddDelivering();

        services.AddCases(settings);
        services.AddDeadlines();
        services.AddCatalogue();
        services.AddPlaces(states);
        services.AddPeople();
        services.AddNotifying(settings);
        services.AddOnboarding();
    }

    public static void UseRooms(this WebApplication app)
    {
        app.UseFoundation();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapApplying();
        app.MapRegisters();
        app.MapPayments();
        app.MapDelivering();
        app.MapProcessing();
        app.MapPeople();
        app.MapSms();
    }
}
