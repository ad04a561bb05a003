namespace VideoPoet.Engines.Tests.Parity;

/// <summary>One case: how the engine computes the tensors that PyTorch's reference has under the same name.</summary>
/// <param name="Name">`topic/case`.</param>
/// <param name="Topic">The topic under which its figures are counted.</param>
/// <param name="Tolerance">The largest difference allowed; null means that of each tensor's data type.</param>
/// <param name="Run">Computes every expected tensor by its role.</param>
internal sealed record ParityCase(string Name, string Topic, double? Tolerance, Func<ReferenceCase, Dictionary<string, Tensor>> Run);
