namespace EkDwar.Onboarding.Importing;

/// <summary>The kinds of place of every state. A state's own places.yaml may have more, such as the area of a police station.</summary>
public static class PlaceKinds
{
    public static readonly string[] Known =
    [
        "state", "division", "district", "sub_division", "taluka", "tehsil", "circle", "village", "gram_panchayat", "ward",
        "municipal_corporation", "municipal_council", "municipal_zone", "zilla_parishad", "university",
    ];
}
