// The list of all verbs, in the order of the help.
using Servanda.Doing;

namespace Servanda.Doors;

public static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        ReadVerb.Verb, StatusVerb.Verb, TimelineVerb.Verb, FindingsVerb.Verb, ExplainVerb.Verb, WhatIfVerb.Verb, DueVerb.Verb, CheckVerb.Verb, ReviewVerb.Verb, CodeVerb.Verb, EvaluateVerb.Verb, AgreementsVerb.Verb, ExportVerb.Verb, RejectsVerb.Verb,
        RuleVerb.Verb, RecordVerb.Verb, ChangesVerb.Verb, CoverageVerb.Verb, SearchVerb.Verb, ForgetVerb.Verb, VerifyVerb.Verb, BackupVerb.Backup, BackupVerb.Restore, ServeVerb.Verb, TokenVerb.Verb, CompileDataVerb.Verb,
    ];

    public static Verb? Find(string name) => All.FirstOrDefault(verb => verb.Name == name);
}
