namespace EkDwar.Catalogue;

/// <summary>Which kinds of body something in a service's file is for. A body is the corporation, council or panchayat that has the case; its kind is that of the place its office serves.</summary>
static class BodyKinds
{
    /// <summary>Whether these are for a case of this body: an empty list is for all. While nobody knows the body, none that names one is.</summary>
    public static bool Cover(this List<string> bodies, string? body) => bodies.Count == 0 || (body is not null && bodies.Contains(body));
}
