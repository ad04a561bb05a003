using System.Runtime.CompilerServices;

// The native calls exchange plain structures and addresses only.
[assembly: DisableRuntimeMarshalling]
