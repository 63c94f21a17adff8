/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.core.PropertyReferenceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Returns errors as problem details (RFC 9457). */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException e) {
        return problem(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail conflict(ConflictException e) {
        return problem(HttpStatus.CONFLICT, e.getMessage());
    }

    /** Two concurrent requests can both find a key unused; the constraint decides. */
    @ExceptionHandler
    ProblemDetail conflict(DataIntegrityViolationException e) {
        logger.debug("A constraint refused a request", e);
        return problem(HttpStatus.CONFLICT, "The request conflicts with another request.");
    }

    @ExceptionHandler
    ProblemDetail unknownSortKey(PropertyReferenceException e) {
        return problem(HttpStatus.BAD_REQUEST, "Cannot sort by %s.".formatted(e.getPropertyName()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = e.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), error.getDefaultMessage()))
                .toList();
        e.getBody().setProperty("errors", errors);
        return handleExceptionInternal(e, null, headers, status, request);
    }

    private record FieldProblem(String field, @Nullable String message) {}

    private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
