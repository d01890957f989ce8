// The list of all verbs, in the order of the help.
using Servanda.Doing;

namespace Servanda.Doors;

public static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } = [CodeVerb.Verb, StatusVerb.Verb, AgreementsVerb.Verb, CompileDataVerb.Verb];

    public static Verb? Find(string name) => All.FirstOrDefault(verb => verb.Name == name);
}
