"""Factorisations and solvers, in double precision: only what does not depend on the sign or order that a LAPACK chooses."""

import torch

from reference.recorder import check, randn

DOUBLE = torch.float64


def definite(size):
    a = randn(size, size, dtype=DOUBLE)
    return a @ a.T + size * torch.eye(size, dtype=DOUBLE)


def eigh(a):
    values, vectors = torch.linalg.eigh(a)
    return values, vectors @ torch.diag_embed(values.exp()) @ vectors.mT


def svd(a):
    u, s, vh = torch.linalg.svd(a, full_matrices=False)
    return s, u @ torch.diag_embed(s.square()) @ vh


def qr(a):
    q, r = torch.linalg.qr(a)
    return q @ r, q @ q.mT, r.diagonal(dim1=-2, dim2=-1).abs()


def lu(a):
    p, low, up = torch.linalg.lu(a)
    return p @ low @ up


check("cholesky", lambda a: torch.linalg.cholesky(a), definite(4))
check("cholesky_batch", lambda a: torch.linalg.cholesky(a), torch.stack([definite(3), definite(3)]))
check("cholesky_solve", lambda b, a: torch.cholesky_solve(b, torch.linalg.cholesky(a)), randn(4, 2, dtype=DOUBLE), definite(4))
check("eigh", eigh, definite(4))
check("eigvalsh", lambda a: torch.linalg.eigvalsh(a), definite(5))
check("svd", svd, randn(5, 3, dtype=DOUBLE))
check("svdvals", lambda a: torch.linalg.svdvals(a), randn(2, 3, 4, dtype=DOUBLE))
check("qr", qr, randn(5, 3, dtype=DOUBLE))
check("lu", lu, randn(4, 4, dtype=DOUBLE))
check("inverse", lambda a: torch.linalg.inv(a), definite(4))
check("pinv", lambda a: torch.linalg.pinv(a), randn(5, 3, dtype=DOUBLE))
check("solve", lambda a, b: torch.linalg.solve(a, b), definite(4), randn(4, 2, dtype=DOUBLE))
check("solve_triangular", lambda a, b: torch.linalg.solve_triangular(a.tril(), b, upper=False), definite(4), randn(4, 2, dtype=DOUBLE))
check("lstsq", lambda a, b: torch.linalg.lstsq(a, b).solution, randn(6, 3, dtype=DOUBLE), randn(6, 2, dtype=DOUBLE))
check("det", lambda a: torch.linalg.det(a), randn(4, 4, dtype=DOUBLE))
check("slogdet", lambda a: torch.linalg.slogdet(a), definite(4))
check("matrix_rank", lambda a: torch.linalg.matrix_rank(a), torch.diag(torch.tensor([1.0, 2.0, 0.0], dtype=DOUBLE)), grad=False)
check("eigenvalues", lambda a: torch.linalg.eigvals(a).abs().sort().values, randn(4, 4, dtype=DOUBLE), grad=False)
check("lu_solve", lambda a, b: torch.linalg.lu_solve(*torch.linalg.lu_factor(a), b), randn(4, 4, dtype=DOUBLE), randn(4, 2, dtype=DOUBLE))
check("cholesky_inverse", lambda a: torch.cholesky_inverse(torch.linalg.cholesky(a)), definite(4))
check("condition", lambda a: torch.linalg.cond(a), definite(4), grad=False)
check("tensorinv", lambda a: torch.linalg.tensorinv(a, 1), randn(4, 2, 2, dtype=DOUBLE))
check("matrix_exp", lambda a: torch.linalg.matrix_exp(a), randn(3, 3, dtype=DOUBLE))
check("norms", lambda a: (
    torch.linalg.norm(a), torch.linalg.norm(a, "nuc"), torch.linalg.norm(a, 2), torch.linalg.norm(a, float("inf"))), randn(3, 4, dtype=DOUBLE))
check("vector_norm", lambda a: (
    torch.linalg.vector_norm(a), torch.linalg.vector_norm(a, 1, (1,)), torch.linalg.vector_norm(a, float("inf"))), randn(3, 4, dtype=DOUBLE))
check("matrix_norm", lambda a: (torch.linalg.matrix_norm(a), torch.linalg.matrix_norm(a, "nuc"), torch.linalg.matrix_norm(a, 1.0)),
      randn(2, 3, 4, dtype=DOUBLE))
