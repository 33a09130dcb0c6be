using EkDwar.Design;
using Microsoft.AspNetCore.Authorization;

namespace EkDwar.People;

/// <summary>A page for somebody signed in with a mobile. What she may see is each use case's own question.</summary>
[Authorize(AuthenticationSchemes = CitizenSession.Scheme)]
public abstract class CitizenPage : EkPage
{
    public CitizenSession Session => CitizenSession.Of(User)!;
}
